import { Select } from 'antd'
import type { EvaluationObligation } from '../../../../policy/editions/evaluation-rules.ts'
import { differencesText } from '../../../../policy/evaluation/comparison.ts'
import { evaluationStateNames } from '../../../../policy/evaluation/course.ts'
import { signedPoints } from '../../../../policy/evaluation/rational.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { downloadUrl, type Reply, useView } from '../../../../ui/api.ts'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { ProgressBar, Section } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { ReportPublications } from '../../publications/web/public.ts'
import { compareEvaluations, comparisonSheets, comparisonWord } from '../overview-contract.ts'
import { words } from '../words.ts'
import './evaluations.css'
import { pointsText } from './points-text.ts'

type View = Reply<typeof compareEvaluations>

/** The evaluations of a batch side by side: grades, parts, items, and a ranking that says why (G5.3). */
export function OverviewPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const asked = {
    batchId: search.batchId || undefined,
    kind: (search.kind || undefined) as EvaluationObligation | undefined,
  }
  const view = useView(compareEvaluations, { search: asked }, { keepPrevious: true })
  return (
    <Page
      title={t.overview}
      subtitle={t.overviewNote}
      actions={
        <>
          {view.data ? <Choices data={view.data} /> : null}
          {view.data && view.data.rows.length > 0 ? <Papers data={view.data} /> : null}
          <PrintButton />
        </>
      }
    >
      <Async view={view} isEmpty={(data) => data.rows.length === 0} empty={t.noneYet}>
        {(data) => <Compared data={data} />}
      </Async>
    </Page>
  )
}

function Choices({ data: { batches, batchId, kind } }: { data: View }) {
  const t = useWords(words)
  const { setSearch } = useUrl()
  const batch = batches.find((one) => one.batchId === batchId)
  if (!batch) return null
  const names = { 'mid-term-evaluation': t.midTerm, 'final-evaluation': t.finalOne }
  return (
    <>
      <Select
        aria-label={t.batch}
        value={batch.batchId}
        options={batches.map((one) => ({ value: one.batchId, label: one.name }))}
        popupMatchSelectWidth={false}
        onChange={(id: string) => setSearch({ batchId: id, kind: null })}
      />
      <Select
        aria-label={t.kind}
        value={kind}
        options={batch.kinds.map((one) => ({ value: one, label: names[one] }))}
        popupMatchSelectWidth={false}
        onChange={(one) => setSearch({ batchId: batch.batchId, kind: one })}
      />
    </>
  )
}

function Papers({ data: { batchId, kind } }: { data: View }) {
  const { language } = useLanguage()
  if (!batchId || !kind) return null
  const search = { batchId, kind, language }
  return (
    <DownloadPaper word={downloadUrl(comparisonWord, {}, search)} excel={downloadUrl(comparisonSheets, {}, search)} />
  )
}

function Compared({ data }: { data: View }) {
  const t = useWords(words)
  const say = useText()
  const rated = data.grades.reduce((sum, { count }) => sum + count, 0) + data.notRated
  return (
    <>
      <Section title={`${t.distribution} · ${say(data.name)}`} note={t.ofPilots(rated, data.pilots)}>
        <table className="evaluation-table" aria-label={t.distribution}>
          <tbody>
            {[...data.grades, { grade: 'none', name: evaluationStateNames['not-rated'], count: data.notRated }].map(
              ({ grade, name, count }) => (
                <tr key={grade}>
                  <th scope="row">{say(name)}</th>
                  <td className="number">{count}</td>
                  <td className="evaluation-bar">
                    <ProgressBar label={say(name)} done={rated === 0 ? 0 : Math.round((count / rated) * 100)} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Section>
      <Spreads title={t.parts} rows={data.parts} />
      <Spreads title={t.indicators} rows={data.items} />
      <ReportPublications reports={data.publications} />
      <Ranking rows={data.rows} />
    </>
  )
}

function Spreads({ title, rows }: { title: string; rows: View['parts'] }) {
  const t = useWords(words)
  const say = useText()
  return (
    <Section title={title} note={t.shareNote}>
      <table className="evaluation-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            {[t.points, t.least, t.mean, t.most].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col">{t.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, points, spread, sharePercent }) => (
            <tr key={id}>
              <th scope="row">{say(name)}</th>
              <td className="number" data-label={t.points}>
                {pointsText(points)}
              </td>
              <td className="number" data-label={t.least}>
                {pointsText(spread?.least ?? null)}
              </td>
              <td className="number" data-label={t.mean}>
                {pointsText(spread?.mean ?? null)}
              </td>
              <td className="number" data-label={t.most}>
                {pointsText(spread?.most ?? null)}
              </td>
              <td className="evaluation-bar" data-label={t.share}>
                {sharePercent === null ? '—' : <ProgressBar label={say(name)} done={Math.round(sharePercent)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Ranking({ rows }: { rows: View['rows'] }) {
  const t = useWords(words)
  const say = useText()
  return (
    <Section title={t.ranking}>
      <FieldTable
        name="ranking"
        isNumbered={false}
        label={t.ranking}
        rowKey={({ evaluationId }) => evaluationId}
        rows={rows}
        columns={[
          { key: 'rank', title: t.rank, width: 60, figure: true, show: ({ rank }) => rank ?? '—' },
          {
            key: 'park',
            title: t.park,
            width: 160,
            show: ({ evaluationId, parkName }) => <AppLink to={`/evaluations/${evaluationId}`}>{parkName}</AppLink>,
          },
          { key: 'county', title: t.county, width: 100, show: ({ countyName }) => countyName },
          { key: 'points', title: t.total, width: 80, figure: true, show: ({ points }) => pointsText(points) },
          {
            key: 'grade',
            title: t.grade,
            width: 100,
            show: ({ grade, state }) => (grade ? say(grade) : say(evaluationStateNames[state])),
          },
          {
            key: 'change',
            title: t.change,
            width: 80,
            figure: true,
            show: ({ change }) => (change === null ? '—' : signedPoints(change)),
          },
          {
            key: 'why',
            title: t.why,
            width: 260,
            show: ({ why }) => (why.length === 0 ? '—' : say(differencesText(why))),
          },
        ]}
      />
    </Section>
  )
}
