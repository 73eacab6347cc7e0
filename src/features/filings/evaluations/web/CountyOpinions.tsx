import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'

type Props = { view: EvaluationView; onAct: (act: string) => void }

/** What the county says to an evaluation of the province, the newest first, and who has not said anything yet (G5.3). */
export function CountyOpinions({ view, onAct }: Props) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const { opinionsMissing: missing, countyOpinions, actions } = view
  if (missing === null || me.post === 'expert') return null
  if (me.unitKind === 'park' && countyOpinions.length === 0) return null
  const isCounty = me.unitKind === 'county' || me.unitKind === 'zone'
  const shows = isCounty && (view.state === 'self' || view.state === 'scoring' || isAllowed(actions, 'advise'))
  return (
    <Section
      id="county-opinions"
      title={t.countyOpinions}
      note={t.countyOpinionsNote}
      actions={
        shows ? (
          <ActionButton type="primary" action={abilityFor(actions, 'advise')} onClick={() => onAct('advise')}>
            {t.advise}
          </ActionButton>
        ) : null
      }
    >
      {missing.length > 0 ? <p className="soft">{t.opinionsMissing(missing.map(say).join(t.comma))}</p> : null}
      {countyOpinions.map(({ no, bureau, grade, reason, file, givenBy, givenAt, counts }) => (
        <article key={no} className="evaluation-how">
          <p>
            {say(bureau)} <StatusTag tone={counts ? 'good' : 'neutral'}>{say(grade)}</StatusTag>{' '}
            {counts ? null : <span className="soft">{t.replaced}</span>}
          </p>
          <p className="filing-text">{reason}</p>
          {file ? <FileLink file={file} /> : null}
          <p className="soft">
            {givenBy} <InstantText at={givenAt} />
          </p>
        </article>
      ))}
    </Section>
  )
}
