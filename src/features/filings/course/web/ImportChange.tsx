import { Button } from 'antd'
import { useState } from 'react'
import type { Text } from '../../../../shared/words.ts'
import { ChangeList } from '../../../../ui/ChangeList.tsx'
import { importWords } from '../../../../ui/import-words.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useIsPhone } from '../../../../ui/use-media.ts'
import type { ImportPreview } from '../import-contract.ts'
import { ofKind } from './change-label.ts'
import type { SectionName } from './filing-view.ts'

const atOnce = { wide: 100, phone: 20 }

type Props = { change: NonNullable<ImportPreview['change']>; section: SectionName }

/** What becomes of the rows that stand there, and field by field what is new; a long list in steps. */
export function ImportChange({ change, section }: Props) {
  const t = useWords(importWords)
  const say = useText()
  const step = useIsPhone() ? atOnce.phone : atOnce.wide
  const [shown, setShown] = useState(step)
  const { added, changed, removed, unchanged, changes } = change
  const left = changes.length - shown
  const within = ({ zh, en }: Text): Text => ({ zh: after(zh, section.zh), en: after(en, section.en) })
  return (
    <section className="import-change" aria-label={t.changeTitle}>
      <h3>{t.changeTitle}</h3>
      {changes.length === 0 ? (
        <p>{t.nothingChanges}</p>
      ) : (
        <>
          <ul className="import-counts">
            {added > 0 ? <li>{t.added(added)}</li> : null}
            {changed > 0 ? <li>{t.changed(changed)}</li> : null}
            {removed > 0 ? <li className="is-bad">{t.removed(removed)}</li> : null}
            {unchanged > 0 ? <li>{t.unchanged(unchanged)}</li> : null}
          </ul>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
          <section className="import-list" aria-label={t.changeTitle} tabIndex={0}>
            <ChangeList
              changes={changes.slice(0, shown).map(({ path, kind, label, before, after: now }) => ({
                field: path,
                label: ofKind(within(label), kind),
                before: say(before),
                after: say(now),
              }))}
            />
            {left > 0 ? (
              <Button size="small" onClick={() => setShown(shown + step)}>
                {t.moreOf(Math.min(left, step))}
              </Button>
            ) : null}
          </section>
        </>
      )}
    </section>
  )
}

/** The label without the section that the dialog names already. */
function after(label: string, section: string): string {
  return label.startsWith(`${section} · `) ? label.slice(section.length + 3) : label
}
