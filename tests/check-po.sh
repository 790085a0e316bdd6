#!/bin/sh
# Checks that every string of the sources is in each translation, translated and not fuzzy:  check-po.sh SOURCE_ROOT
cd "$1" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r src data po build-aux "$work"
cd "$work" || exit 1
build-aux/update-po > log 2>&1 || { cat log; exit 1; }
diff -u "$1/po/POTFILES" po/POTFILES || { echo "po/POTFILES is behind: run build-aux/update-po"; exit 1; }
status=0
while read -r language; do
  for kind in untranslated only-fuzzy; do
    missing=$(msgattrib --"$kind" --no-obsolete "po/$language.po" | grep -c '^msgid "..*"\|^msgid ""$' || true)
    [ "$missing" -le 0 ] || { echo "$language: strings that are $kind:"; msgattrib --"$kind" --no-obsolete "po/$language.po" | grep '^msgid' ; status=1; }
  done
done < po/LINGUAS
exit $status
