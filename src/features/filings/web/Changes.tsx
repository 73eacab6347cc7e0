import type { Text } from '../../../shared/words.ts'
import { ChangeList } from '../../../ui/ChangeList.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { words } from '../words.ts'
import { type FilingView, sectionsOf } from './filing-view.ts'

/** Field by field what the version shown changed, and which sections it left alone; nothing for the first. */
export function Changes({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const { changes, shown, versions } = filing
  const former = versions.find((one) => shown !== null && one.no < shown.no)
  if (!changes || !former) return null
  const sections = sectionsOf(filing)
  const nameOf = (id: string): Text => sections.find((one) => one.id === id) ?? { zh: id, en: id }
  const unchanged = filing.unchangedSections.map((id) => say(nameOf(id)))
  return (
    <section className="panel" aria-label={t.changes(former.no)}>
      <div className="section-head">
        <h2>{t.changes(former.no)}</h2>
      </div>
      <ChangeList
        changes={changes.map(({ section, kind, path, label, before, after }) => ({
          field: path,
          label: placed(nameOf(section), label, kind),
          before: say(before),
          after: say(after),
        }))}
      />
      {unchanged.length > 0 ? <p className="filing-unchanged">{t.unchanged(unchanged.join('、'))}</p> : null}
    </section>
  )
}

type Kind = NonNullable<FilingView['changes']>[number]['kind']

/** 联络员 第 1 行办公电话; a row that came or went says so. */
function placed(section: Text, label: Text, kind: Kind): Text {
  const same = section.zh === label.zh
  const said = kind === 'added' ? words.rowAdded : kind === 'removed' ? words.rowRemoved : null
  const [zh, en] = same ? [label.zh, label.en] : [`${section.zh} ${label.zh}`, `${section.en}: ${label.en}`]
  return said ? { zh: `${zh}(${said.zh})`, en: `${en} (${said.en})` } : { zh, en }
}
