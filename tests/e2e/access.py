# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of a running Atelier: its tree and its events, asked for over the accessibility bus."""
import re

import driver
from gi.repository import Gio, GLib

ACCESSIBLE = 'org.a11y.atspi.Accessible'
REGISTRY = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
PATIENCE = 30000  # ms
# Numbers of AtspiStateType that the tests ask about.
STATES = {'checked': 4, 'focusable': 11, 'focused': 12, 'selected': 23, 'sensitive': 24, 'showing': 25, 'visible': 30}
# Names that are none: GTK gives the class of what nobody has named.
CLASS_NAME = re.compile(r'^(Gtk|Adw|Atl)[A-Z]\w*$')
ASKING = {'button', 'push button', 'toggle button', 'check box', 'radio button', 'text', 'entry', 'text box', 'search box',
          'combo box', 'spin button', 'slider', 'switch', 'list item', 'grid cell', 'menu item', 'check menu item',
          'radio menu item', 'link', 'tab', 'page tab', 'password text', 'tree item'}


def to_states(low, high):
    bits = low | high << 32
    return {name for name, bit in STATES.items() if bits >> bit & 1}


class Bus:
    """The accessibility bus of the session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, PATIENCE,
                                     None).unpack()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.events = []
        self.roles = {}  # by place: nothing ever changes its role
        self.focus = None  # where the focus was said to have gone last
        for interface in ('org.a11y.atspi.Event.Object', 'org.a11y.atspi.Event.Focus'):
            self.connection.signal_subscribe(None, interface, None, None, None, 0, self.heard)

    def heard(self, connection, sender, path, interface, signal, arguments):
        event = arguments.unpack()
        self.events.append(((sender, path), signal, event))
        if signal == 'StateChanged' and event[0] == 'focused' and event[1]:
            self.focus = (sender, path)

    def call(self, place, interface, method, arguments=None):
        return self.connection.call_sync(*place, interface, method, arguments, None, 0, PATIENCE, None).unpack()

    def call_all(self, calls):
        """The answers to many calls on the way at once, None where there was none."""
        answers, left = [None] * len(calls), [len(calls)]
        loop = GLib.MainContext.default()

        def answered(connection, result, at):
            left[0] -= 1
            try:
                answers[at] = connection.call_finish(result).unpack()
            except GLib.Error:  # it went while we asked
                pass

        for at, (place, interface, method, arguments) in enumerate(calls):
            self.connection.call(*place, interface, method, arguments, None, 0, PATIENCE, None, answered, at)
        while left[0]:
            loop.iteration(True)
        return answers

    def hear(self):
        while GLib.MainContext.default().iteration(False):
            pass

    def listen(self):
        """What has been heard since the last time."""
        self.hear()
        heard, self.events[:] = list(self.events), []
        return heard

    def learn_roles(self, places):
        new = [place for place in places if place not in self.roles]
        answers = self.call_all([(place, ACCESSIBLE, 'GetRoleName', None) for place in new])
        self.roles.update((place, answer[0]) for place, answer in zip(new, answers) if answer is not None)

    def read_items(self, sender):
        """All that a program has made accessible so far, in one call: (children, name, states) and places by place."""
        items, = self.connection.call_sync(sender, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems', None, None, 0,
                                           PATIENCE, None).unpack()
        below = {}
        for place, _, parent, index, *_ in items:
            below.setdefault(parent, []).append((index, place))
        return {item[0]: (item[4], item[6], item[9], [place for _, place in sorted(below.get(item[0], []))]) for item in items}

    def find_app(self, name=driver.APP_ID):
        def look():
            for place in self.call(REGISTRY, ACCESSIBLE, 'GetChildren')[0]:
                node = Node(self, place)
                if node.name == name:
                    return node
            return None
        return driver.wait_for('the app on the accessibility bus', look)


class Node:
    """Something accessible, asked anew each time."""

    def __init__(self, bus, place):
        self.bus, self.place = bus, tuple(place)

    def get(self, name):
        return self.bus.call(self.place, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, name)))[0]

    @property
    def name(self):
        return self.get('Name')

    @property
    def description(self):
        return self.get('Description')

    @property
    def role(self):
        return self.bus.call(self.place, ACCESSIBLE, 'GetRoleName')[0]

    @property
    def parent(self):
        return Node(self.bus, self.get('Parent'))

    def children(self):
        return [Node(self.bus, place) for place in self.bus.call(self.place, ACCESSIBLE, 'GetChildren')[0]]

    def states(self):
        return to_states(*self.bus.call(self.place, ACCESSIBLE, 'GetState')[0])

    def walk(self, stop=None):
        """This and all that is visible in it as it is now, in the order it is read, not below a role to stop at."""
        top = Seen(self.bus, self.place, None)
        # Where lists are long, an item takes a program longer than a question.
        items = self.bus.read_items(self.place[0]) if stop is None else {}
        level = [top]
        while level:
            look_at(self.bus, [node for node in level if not node.take(items)])
            self.bus.learn_roles([node.place for node in level])
            top.seen_states.add('visible')
            level = [child for node in level if 'visible' in node.seen_states and node.role != stop
                     for child in node.seen_children]
        return top.listed()

    def is_focused(self):
        try:
            return 'focused' in self.states()
        except GLib.Error:  # it went
            return False

    def is_shown(self):
        """Whether it and all around it up to the program are visible."""
        node = self
        while node.role != 'application':
            if 'visible' not in node.states() or node.place[1] == '/org/a11y/atspi/null':
                return False
            node = node.parent
        return True

    def find_all(self, role):
        return [node for node in self.walk() if node.role == role]

    def is_unnamed(self):
        name = self.name.strip()
        if name and not CLASS_NAME.match(name):
            return False
        role = self.role
        if name == 'GtkLabel' or role not in ASKING:  # a label without text, on a page that was not opened yet
            return False
        return role not in ('list item', 'grid cell') or 'focusable' in self.states()

    def path(self):
        """Where it is, for whoever reads a failure."""
        node, parts = self, []
        while node.place[1] != '/org/a11y/atspi/null' and len(parts) < 30:
            parts.append(f'{node.role} {node.name!r}')
            if node.role == 'application':
                break
            node = node.parent
        return ' < '.join(parts)

    def __eq__(self, other):
        return isinstance(other, Node) and self.place == other.place

    def __hash__(self):
        return hash(self.place)


class Seen(Node):
    """What a walk has seen of a node."""

    def __init__(self, bus, place, parent):
        super().__init__(bus, place)
        self.seen_parent, self.seen_children, self.seen_states = parent, [], set()
        self.seen_name = ''

    def take(self, items):
        """What all items say, unless there is more below this than they know of."""
        size, name, states, children = items.get(self.place, (1, '', (0, 0), []))
        if size != len(children):
            return False
        self.seen_name, self.seen_states = name, to_states(*states)
        self.seen_children = [Seen(self.bus, place, self) for place in children]
        return True

    name = property(lambda self: self.seen_name)
    role = property(lambda self: self.bus.roles.get(self.place, ''))
    parent = property(lambda self: self.seen_parent or super().parent)

    def states(self):
        return self.seen_states

    def listed(self):
        below = [node for child in self.seen_children for node in child.listed()]
        return [self, *below] if 'visible' in self.seen_states else []


def look_at(bus, nodes):
    """Asks for everything about many nodes with few waits."""
    get = GLib.Variant('(ss)', (ACCESSIBLE, 'Name'))
    calls = [call for node in nodes for call in (
        (node.place, 'org.freedesktop.DBus.Properties', 'Get', get),
        (node.place, ACCESSIBLE, 'GetState', None),
        (node.place, ACCESSIBLE, 'GetChildren', None))]
    answers = bus.call_all(calls)
    for node, at in zip(nodes, range(0, len(answers), 3)):
        if None in answers[at:at + 3]:
            continue
        (node.seen_name,), (states,), (children,) = answers[at:at + 3]
        node.seen_states = to_states(*states)
        node.seen_children = [Seen(bus, place, node) for place in children]
