import { Alert, Button } from 'antd'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { GapList } from '../../../../ui/GapList.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { stringifySearch, useUrl } from '../../../../ui/url.ts'
import { checkFiling, type FilingView } from '../contract.ts'
import { words } from './act-words.ts'
import type { KindScreens } from './kind-screens.ts'

type Props = { filing: FilingView; kind: KindScreens }

/** Everything that stands against a submission, each a jump to its place. */
export function CheckList({ filing, kind }: Props) {
  const t = useWords(words)
  const say = useText()
  const { setSearch } = useUrl()
  const submission = abilityFor(filing.actions, 'submit')
  const isSound = !filing.gaps.some((gap) => gap.severity === 'error')
  // Nothing is missing, yet it cannot be submitted: what holds it stands where the check would say that it passes.
  const held = isSound && submission?.allowed === false ? submission : null
  const gaps = filing.gaps.map((gap) => ({
    severity: gap.severity,
    section: gap.section,
    field: gap.field || null,
    text: kind.gapText?.(gap) ?? gap.text,
    clause: gap.clause ?? filing.clause,
  }))
  return (
    <div className="panel filing-check">
      <div className="section-head">
        <h2>{t.checkTitle}</h2>
        {kind.checksAlways ? null : (
          <Button size="small" onClick={() => setSearch({ check: null })}>
            {t.closeCheck}
          </Button>
        )}
      </div>
      {held ? (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              {say(held.because)} <span className="clause">{held.clause}</span>
            </>
          }
        />
      ) : null}
      {held && gaps.length === 0 ? null : <GapList gaps={gaps} />}
    </div>
  )
}

/** What the rules let pass and whoever judges it should look at: exceptions with their reason, related agencies, a low share. */
export function Hints({ filing, kind }: Props) {
  const t = useWords(words)
  const say = useText()
  const { path, search } = useUrl()
  const check = useView(checkFiling, { params: { filingId: filing.filingId } })
  const hints = (check.data?.gaps ?? []).filter((gap) => gap.severity === 'warning')
  if (hints.length === 0) return null
  return (
    <section className="panel no-print" aria-label={t.hints}>
      <div className="section-head">
        <h2>{t.hints}</h2>
      </div>
      <ul className="filing-marks">
        {hints.map((gap) => (
          <li key={`${gap.section}-${gap.field}-${gap.text.zh}`}>
            <AppLink to={`${path}${stringifySearch({ ...search, section: gap.section, field: gap.field || null })}`}>
              {say(kind.gapText?.(gap) ?? gap.text)}
            </AppLink>{' '}
            <span className="clause">{gap.clause}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
