import type { ReactNode } from 'react'
import { trancheStateNames } from '../../../../policy/money/tranche-states.ts'
import type { SignedAct } from '../../../../policy/people/signed-acts.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, InstantText, Money, StatusTag, type Tone } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import { PreparedNote, useActName, useHands } from '../../../programme/signing/web/public.ts'
import type { TrancheView } from '../contract.ts'
import { words } from '../words.ts'
import { Conditions } from './Conditions.tsx'
import { cardWords } from './card-words.ts'
import { AccountText } from './PayeeAccount.tsx'
import { Inferred, TrancheDetails } from './TrancheDetails.tsx'

const signedActOf: Readonly<Record<string, SignedAct>> = {
  judge: 'judgment',
  recommend: 'recommendation',
  release: 'release',
}
const backwards: readonly string[] = ['withdraw', 'take-down', 'correct-filing']

type Props = { pilotId: string; parkName: string; tranche: TrancheView; paper: ReactNode; onAct: (act: string) => void }

/** One tranche: its sentence first, then the conditions behind it, what happened, and what may be done. */
export function TrancheCard({ pilotId, parkName, tranche, paper, onAct }: Props) {
  const t = useWords(words)
  const c = useWords(cardWords)
  const say = useText()
  const actName = useActName()
  const { no, state, open, clause } = tranche
  // What leads on stands out, if the reader can do it; taking something back never does.
  const leadsOn = ({ action, allowed }: TrancheView['actions'][number]) => allowed && !backwards.includes(action)
  const primary = Math.max(0, tranche.actions.findIndex(leadsOn))
  const look = state === 'received' ? 'is-received' : state === 'waiting' && !open ? 'is-closed' : 'is-open'
  return (
    <section className={`panel tranche ${look}`} aria-labelledby={`tranche-${no}`}>
      <header className="tranche-head">
        <h2 id={`tranche-${no}`}>{t.trancheNo(no)}</h2>
        <StatusTag tone={toneOf(tranche)}>{say(trancheStateNames[state])}</StatusTag>
        <span className="soft">
          <Share tranche={tranche} /> <span className="clause">{clause}</span>
        </span>
      </header>
      <p className="tranche-sentence">{say(tranche.sentence)}</p>
      {tranche.warnings.map((warning) => (
        <p key={warning.clause} className="tranche-warning">
          {say(warning.text)} <span className="clause">{warning.clause}</span>
        </p>
      ))}
      {tranche.prepared.map((prepared) => (
        <PreparedNote key={prepared.preparedId} prepared={prepared}>
          <AppLink to={`/pilots/${pilotId}/money/signature/${prepared.preparedId}`}>{c.lookAndSign}</AppLink>
        </PreparedNote>
      ))}
      {state === 'waiting' || state === 'recommended' ? <Conditions tranche={tranche} /> : null}
      <TrancheDetails tranche={tranche} />
      {tranche.recommended ? <Steps tranche={tranche} parkName={parkName} /> : null}
      <ButtonRow className="button-row no-print">
        {tranche.actions.map((action, index) => (
          <ActionButton
            key={action.action}
            action={action}
            type={index === primary && !backwards.includes(action.action) ? 'primary' : 'default'}
            size="large"
            onClick={() => onAct(action.action)}
          >
            {actName(nameOf(action.action, t, c), preparesFirst(tranche, action.action))}
          </ActionButton>
        ))}
        {paper}
      </ButtonRow>
    </section>
  )
}

/** Whether an act of this card waits for a signature once it is asked for. */
function preparesFirst({ takesTwo }: TrancheView, action: string): boolean {
  const act = signedActOf[action]
  return act !== undefined && takesTwo.includes(act)
}

type Spoken = ReturnType<typeof useWords<typeof words>>
type SpokenCard = ReturnType<typeof useWords<typeof cardWords>>

function nameOf(action: string, t: Spoken, c: SpokenCard): string {
  const names: Readonly<Record<string, string>> = {
    recommend: t.recommend,
    withdraw: t.withdraw,
    release: t.release,
    'confirm-receipt': t.confirmReceipt,
    judge: c.judge,
    publish: c.publish,
    'take-down': c.takeDown,
    file: c.file,
    'correct-filing': c.correctFiling,
  }
  return names[action] ?? action
}

function toneOf({ state, open }: TrancheView): Tone {
  if (state === 'received') return 'good'
  if (state === 'waiting') return open ? 'active' : 'neutral'
  return 'warning'
}

function Share({ tranche: { share, source } }: { tranche: TrancheView }) {
  const t = useWords(words)
  const text = !share ? t.shareRest : share.min === share.max ? t.shareExact(share.min) : t.shareAtLeast(share.min)
  return (
    <>
      {text} {source === 'inferred' ? <Inferred /> : null}
    </>
  )
}

/** Who recommended, released and received it, and when. */
function Steps({ tranche, parkName }: Pick<Props, 'tranche' | 'parkName'>) {
  const t = useWords(words)
  const c = useWords(cardWords)
  const { recommended, released, received, receivedOn, amountFen, recommendation } = tranche
  const { paidOn, voucherNo, voucherFile, paidTo } = tranche
  return (
    <ol className="tranche-steps" aria-label={t.history}>
      <Step name={t.recommendedStep} done={recommended}>
        <Money fen={amountFen} />
        {recommendation ? <div>{recommendation}</div> : null}
      </Step>
      <Step name={t.releasedStep} done={released}>
        <div>
          {t.voucherNo} <span className="number">{voucherNo}</span>
        </div>
        <div>
          {t.paidOn} <DayText day={paidOn} />
        </div>
        <div>
          {c.payeeAccount} {paidTo ? <AccountText account={paidTo} parkName={parkName} /> : c.accountNone}
        </div>
        {voucherFile ? <FileLink file={voucherFile} /> : null}
      </Step>
      <Step name={t.receivedStep} done={received}>
        <div>
          {t.receivedOn} <DayText day={receivedOn} />
        </div>
      </Step>
    </ol>
  )
}

function Step({
  name,
  done,
  children,
}: {
  name: string
  done: TrancheView['recommended'] | TrancheView['received']
  children?: ReactNode
}) {
  const hands = useHands()
  return (
    <li className={done ? 'is-done' : 'is-ahead'}>
      <div className="step-name">{name}</div>
      {done ? (
        <>
          <div>
            {hands(done.name, 'preparedBy' in done ? done.preparedBy : null)} <InstantText at={done.at} />
          </div>
          {children}
        </>
      ) : (
        <div className="faint">—</div>
      )}
    </li>
  )
}
