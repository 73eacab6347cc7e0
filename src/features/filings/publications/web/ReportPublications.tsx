import { AppLink } from '../../../../ui/AppLink.tsx'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { DayText, StatusTag } from '../../../../ui/Values.tsx'
import { NoticeStateTag } from '../../../money/notices/web/public.ts'
import type { ReportPublication } from '../contract.ts'
import { words } from '../words.ts'

type Publication = ReportPublication['publication']

/** Whether results are published, and how they stand. */
function PublicationTag({ publication }: { publication: Publication }) {
  const t = useWords(words)
  if (!publication) return <StatusTag tone="warning">{t.notPublished}</StatusTag>
  return <NoticeStateTag state={publication.state} />
}

/** What everybody reads of a pilot's evaluation: how it stands, since when, and where. */
export function PublishedHere({ publication }: { publication: NonNullable<Publication> }) {
  return (
    <>
      <PublicationTag publication={publication} />{' '}
      <AppLink to={`/public/evaluations/${publication.publicationId}`}>
        <DayText day={publication.publishedOn} />
      </AppLink>
    </>
  )
}

/** The reports of a batch that are over, each with what is published of it. */
export function ReportPublications({ reports }: { reports: readonly ReportPublication[] }) {
  const t = useWords(words)
  if (reports.length === 0) return null
  return (
    <Section id="publications" title={t.publicationsOf} note={t.publicationsNote}>
      <FieldTable
        name="publications"
        label={t.publicationsOf}
        rows={reports}
        rowKey={({ filingId }) => filingId}
        columns={[
          {
            key: 'unit',
            title: t.evaluator,
            width: 140,
            show: ({ filingId, unitName }) => (
              <AppLink to={`/evaluation-reports/${filingId}/publication`}>{unitName}</AppLink>
            ),
          },
          {
            key: 'state',
            title: t.state,
            width: 110,
            show: ({ publication }) => <PublicationTag publication={publication} />,
          },
          {
            key: 'publishedOn',
            title: t.publishedOn,
            width: 200,
            show: ({ publication }) =>
              publication ? (
                <>
                  <DayText day={publication.publishedOn} /> {t.until(publication.untilOn)}
                </>
              ) : (
                '—'
              ),
          },
          {
            key: 'page',
            title: t.openOnPublicPage,
            width: 130,
            show: ({ publication }) =>
              publication ? (
                <AppLink to={`/public/evaluations/${publication.publicationId}`}>{t.openOnPublicPage}</AppLink>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Section>
  )
}
