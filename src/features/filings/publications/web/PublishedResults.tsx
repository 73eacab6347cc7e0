import { formatPoints } from '../../../../policy/evaluation/rational.ts'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Basis, NoticePeriod } from '../../../money/notices/web/public.ts'
import type { PublicResult, WholePublication } from '../contract.ts'
import { words } from '../words.ts'
import './publications.css'

/** What was published, by whom and until when, and how it ended. */
export function PublicationFacts({ publication }: { publication: WholePublication }) {
  const t = useWords(words)
  const say = useText()
  const { batchName, name, unitName, clause, contact, state, endReason } = publication
  return (
    <KeyValue
      facts={[
        { label: t.batch, value: batchName },
        { label: t.evaluation, value: say(name) },
        { label: t.evaluator, value: unitName },
        { label: t.basis, value: <Basis clause={clause} /> },
        { label: t.period, value: <NoticePeriod notice={publication} /> },
        { label: t.contact, value: contact },
        state === 'lapsed' && { label: t.lapseReason, value: t.lapsedWith, wide: true },
        endReason !== '' && { label: t.endReason, value: endReason, wide: true },
      ]}
    />
  )
}

/** Park by park, as the report tells it. */
export function ResultsTable({ results }: { results: readonly PublicResult[] }) {
  const t = useWords(words)
  const say = useText()
  const anyMeasure = results.some(({ measures }) => measures.length > 0)
  const anyRemark = results.some(({ remark }) => remark !== '')
  return (
    <div className="published-results">
      <FieldTable
        name="results"
        label={t.results}
        rows={results}
        rowKey={({ countyName, parkName }) => `${countyName} ${parkName}`}
        columns={[
          { key: 'parkName', title: t.park, width: 160, show: ({ parkName }) => parkName },
          { key: 'countyName', title: t.county, width: 90, show: ({ countyName }) => countyName },
          { key: 'grade', title: t.grade, width: 80, show: ({ grade }) => (grade ? say(grade) : t.notRated) },
          {
            key: 'points',
            title: t.points,
            width: 70,
            figure: true,
            show: ({ points }) => (points === null ? '—' : formatPoints(points)),
          },
          ...(anyRemark
            ? [{ key: 'remark', title: t.remark, width: 160, show: ({ remark }: PublicResult) => remark || '—' }]
            : []),
          ...(anyMeasure
            ? [
                {
                  key: 'measures',
                  title: t.measures,
                  width: 140,
                  show: ({ measures }: PublicResult) =>
                    measures.map(({ name, on }) => t.measureOn(say(name), on)).join(t.comma) || '—',
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}
