import type { Text } from '../../../../shared/words.ts'
import { ChangeList } from '../../../../ui/ChangeList.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { ChangeView, FilingView } from '../contract.ts'
import { words } from './act-words.ts'
import { ofKind } from './change-label.ts'
import { nameIn, type SectionName } from './filing-view.ts'

type Props = { filing: FilingView; sections: readonly SectionName[] }

/** Field by field what the version shown changed, and which sections it left alone; nothing for the first. */
export function Changes({ filing, sections }: Props) {
  const t = useWords(words)
  const say = useText()
  const { changes, viewed, versions } = filing
  const former = versions.find((one) => viewed !== null && one.no < viewed.no)
  if (!changes || !former) return null
  const unchanged = filing.unchangedSections.map((id) => say(nameIn(sections, id)))
  return (
    <section className="panel" aria-label={t.changes(former.no)}>
      <div className="section-head">
        <h2>
          {t.changes(former.no)} <span className="soft filing-count">{t.changeCount(changes.length)}</span>
        </h2>
      </div>
      <ChangeList
        changes={changes.map(({ section, kind, path, label, before, after }) => ({
          field: path,
          label: placed(nameIn(sections, section), label, kind),
          before: say(before),
          after: say(after),
        }))}
      />
      {unchanged.length > 0 ? <p className="filing-unchanged">{t.unchanged(unchanged.join(t.comma))}</p> : null}
    </section>
  )
}

/** 联络员 第 1 行办公电话; a row that came or went says so. */
function placed(section: Text, label: Text, kind: ChangeView['kind']): Text {
  const named = label.zh.startsWith(section.zh)
  const [zh, en] = named ? [label.zh, label.en] : [`${section.zh} ${label.zh}`, `${section.en}: ${label.en}`]
  return ofKind({ zh: zh ?? '', en: en ?? '' }, kind)
}
