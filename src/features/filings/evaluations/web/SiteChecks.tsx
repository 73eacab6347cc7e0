import { checkVerdicts } from '../../../../policy/evaluation/site-checks.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { FactDay, InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink, PhotoThumb } from '../../../programme/files/web/public.ts'
import type { EvaluationView, SiteCheckView } from '../contract.ts'
import { words } from '../words.ts'

const tones = { seen: 'good', missing: 'bad', doubtful: 'warning' } as const

type Props = { view: EvaluationView; onAct: (act: string) => void }

/** What the authority saw on site, check by check, the newest first (G5.3). */
export function SiteChecks({ view, onAct }: Props) {
  const t = useWords(words)
  const may = isAllowed(view.actions, 'check-on-site')
  if (view.siteChecks.length === 0 && !may) return null
  return (
    <Section
      id="site-checks"
      title={t.siteChecks}
      note={t.siteChecksNote}
      actions={
        may ? (
          <ActionButton action={abilityFor(view.actions, 'check-on-site')} onClick={() => onAct('check-on-site')}>
            {t.checkOnSite}
          </ActionButton>
        ) : null
      }
    >
      {view.siteChecks.length === 0 ? <p className="soft">{t.noSiteChecks}</p> : null}
      {view.siteChecks.map((check) => (
        <OneCheck key={check.no} check={check} />
      ))}
    </Section>
  )
}

function OneCheck({ check }: { check: SiteCheckView }) {
  const t = useWords(words)
  const say = useText()
  const isPhoto = (mediaType: string) => mediaType.startsWith('image/')
  return (
    <article id={`site-check-${check.no}`} className="evaluation-how">
      <h3>
        {t.checkNo(check.no)} <FactDay day={check.checkedOn} enteredAt={check.recordedAt} />
      </h3>
      <p className="soft">{t.onSite(check.posts.map(say).join(t.comma))}</p>
      <ul>
        {check.findings.map((one) => (
          <li key={one.item}>
            <Finding {...one} name={say(one.itemName)} />
          </li>
        ))}
      </ul>
      <div className="photos">
        {check.files
          .filter(({ mediaType }) => isPhoto(mediaType))
          .map((file) => (
            <PhotoThumb key={file.fileId} file={file} note={t.checkNo(check.no)} />
          ))}
      </div>
      <ul className="file-list">
        {check.files
          .filter(({ mediaType }) => !isPhoto(mediaType))
          .map((file) => (
            <li key={file.fileId}>
              <FileLink file={file} />
            </li>
          ))}
      </ul>
      <p className="soft">
        {check.recordedBy} <InstantText at={check.recordedAt} />
      </p>
    </article>
  )
}

type FindingProps = Pick<SiteCheckView['findings'][number], 'verdict' | 'remark'> & { name: string }

function Finding({ name, verdict, remark }: FindingProps) {
  const say = useText()
  return (
    <>
      {name} <StatusTag tone={tones[verdict]}>{say(checkVerdicts[verdict])}</StatusTag> {remark}
    </>
  )
}

/** What checks on site found of one item, each with the way to the whole of it. */
export function FindingsOf({ view, item, onOpen }: { view: EvaluationView; item: string; onOpen: () => void }) {
  const t = useWords(words)
  const found = view.siteChecks.flatMap(({ no, findings }) =>
    findings.flatMap((one) => (one.item === item ? [{ ...one, no }] : [])),
  )
  if (found.length === 0) return null
  return (
    <section className="evaluation-how">
      <h3>{t.siteChecks}</h3>
      <ul>
        {found.map(({ no, verdict, remark }) => (
          <li key={no}>
            <a href={`#site-check-${no}`} onClick={onOpen}>
              {t.checkNo(no)}
            </a>{' '}
            <Finding name="" verdict={verdict} remark={remark} />
          </li>
        ))}
      </ul>
    </section>
  )
}
