#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a session with one free area and many notes on a 200-unit grid:  make-session.py NOTES FILE"""
import json
import sys


def main(count, path):
    columns = max(1, int(count ** 0.5))
    rows = -(-count // columns)
    area = {'id': 'a', 'title': 'Everything', 'layout': 'free', 'width': columns * 200, 'height': rows * 200 + 100}
    notes = [{'id': f'n{i:06}', 'text': f'Note {i} : décider plus tôt, avec ceux qui font le travail', 'area': 'a',
              'rank': f'{i:06}1', 'x': i % columns * 200 + 100, 'y': i // columns * 200 + 160} for i in range(count)]
    board = {'id': 'b', 'title': 'Full', 'rank': 'V', 'areas': [area], 'notes': notes}
    session = {'format': 'atelier-session', 'version': 1, 'id': 's', 'title': 'Full', 'boards': [board]}
    with open(path, 'w', encoding='utf-8') as out:
        json.dump(session, out, ensure_ascii=False)


if __name__ == '__main__':
    main(int(sys.argv[1]), sys.argv[2])
