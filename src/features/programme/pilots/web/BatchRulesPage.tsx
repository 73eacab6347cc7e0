import { Checkbox } from 'antd'
import { diffEditions, type EditionChange } from '../../../../policy/editions/diff-editions.ts'
import { type Edition, findEdition } from '../../../../policy/editions/edition.ts'
import { editionPartList, editionParts } from '../../../../policy/editions/edition-row.ts'
import { editionRows } from '../../../../policy/editions/edition-rows.ts'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { showBatch } from '../contract.ts'
import { BatchFrame } from './BatchFrame.tsx'
import { words } from './batch-words.ts'
import { SourceTag } from './EditionBrief.tsx'
import './batch.css'

/** Every rule of a batch's edition in words, by clause, the inferred ones marked. */
export function BatchRulesPage() {
  const t = useWords(words)
  const batchId = usePathParam('batchId')
  const view = useView(showBatch, { params: { batchId } })
  return (
    <Async view={view}>
      {(batch) => {
        const edition = findEdition(batch.edition)
        return (
          <BatchFrame batch={batch}>
            {edition ? <Rules edition={edition} /> : <EmptyState>{t.unknownEdition(batch.edition)}</EmptyState>}
          </BatchFrame>
        )
      }}
    </Async>
  )
}

function Rules({ edition }: { edition: Edition }) {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const all = editionRows(edition)
  const older = edition.carriedOver ? findEdition(edition.carriedOver.from) : null
  const changes = older && search.changed ? diffEditions(older, edition).rules : null
  const shown: readonly EditionChange[] = changes ?? all.map((after) => ({ key: after.key, before: null, after }))
  const rows = shown.filter(({ after }) => !search.inferred || after?.source === 'inferred')
  const inferred = all.filter((row) => row.source === 'inferred').length
  return (
    <>
      <p className="soft">{t.inferredNote(inferred, all.length)}</p>
      <div className="button-row rule-filters">
        <Checkbox
          checked={Boolean(search.inferred)}
          onChange={(event) => setSearch({ inferred: event.target.checked ? '1' : null })}
        >
          {t.onlyInferred}
        </Checkbox>
        {older ? (
          <Checkbox
            checked={Boolean(search.changed)}
            onChange={(event) => setSearch({ changed: event.target.checked ? '1' : null })}
          >
            {t.onlyChanged(say(older.name))}
          </Checkbox>
        ) : null}
      </div>
      {editionPartList.map((part) => (
        <Part
          key={part}
          title={say(editionParts[part])}
          rows={rows.filter(({ before, after }) => (after ?? before)?.part === part)}
        />
      ))}
    </>
  )
}

function Part({ title, rows }: { title: string; rows: readonly EditionChange[] }) {
  const t = useWords(words)
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <dl className="rule-list" aria-label={`${t.rules} · ${title}`}>
        {rows.map((row) => (
          <Rule key={row.key} before={row.before} after={row.after} />
        ))}
      </dl>
    </Section>
  )
}

/** A rule as it is; beside another edition also as it was, or that it is gone. */
function Rule({ before, after }: Omit<EditionChange, 'key'>) {
  const t = useWords(words)
  const say = useText()
  const row = after ?? before
  if (!row) return null
  // The same rule under another name: the old name says it all.
  const renamed = before !== null && after?.says.zh === before.says.zh
  return (
    <div>
      <dt>{say(row.name)}</dt>
      <dd>
        <span>
          {after ? say(after.says) : t.gone}
          {before ? <span className="rule-before">{t.before(say(renamed ? before.name : before.says))}</span> : null}
        </span>
        {after ? <SourceTag row={after} /> : null}
      </dd>
    </div>
  )
}
