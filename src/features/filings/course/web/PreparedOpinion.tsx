import { seatNames } from '../../../../policy/people/roles.ts'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import { discardOpinion, signOpinion } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import type { PreparedView, ProposedView } from '../opinion-contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'
import type { KindScreens } from './kind-screens.ts'
import { WhatFollows } from './OpinionBar.tsx'
import { OpinionText } from './OpinionText.tsx'

type Props = { filing: FilingView; kind: KindScreens }
type OfPrepared = Props & { opinion: PreparedView }
type OfProposed = Props & { opinion: ProposedView }

/** The opinion that waits for the signature of the reader's own seat. */
export function preparedOf({ prepared, ownSeat }: FilingView): PreparedView | undefined {
  return prepared.find((one) => one.seat === ownSeat)
}

/** What was prepared by whom, for the person who signs it and the one who prepared it. */
export function PreparedOpinion({ filing, kind }: Props) {
  const t = useWords(words)
  const say = useText()
  const opinion = preparedOf(filing)
  if (!opinion) return null
  return (
    <section className="panel filing-prepared" aria-label={t.preparedTitle}>
      <div className="section-head">
        <h2>
          {t.preparedTitle} · {say(seatNames[opinion.seat])}
        </h2>
      </div>
      <Prepared filing={filing} kind={kind} opinion={opinion} />
    </section>
  )
}

/** What was prepared before and not signed, with the reason, for whoever prepares it anew. */
export function SentBackOpinion({ filing, kind }: Props) {
  const t = useWords(words)
  const say = useText()
  const { sentBack } = filing
  if (!sentBack) return null
  const { sentBackByName, sentBackAt, takenBack, reason } = sentBack
  return (
    <section className="panel filing-prepared" aria-label={t.sentBackTitle}>
      <div className="section-head">
        <h2>
          {t.sentBackTitle} · {say(seatNames[sentBack.seat])}
        </h2>
      </div>
      <p>
        {takenBack ? t.takenBackBy(sentBackByName) : t.sentBackBy(sentBackByName)} <InstantText at={sentBackAt} />
      </p>
      <div className="filing-reason">{reason}</div>
      <Prepared filing={filing} kind={kind} opinion={sentBack} />
      {isAllowed(filing.actions, 'give-opinion') ? <p className="soft">{t.sentBackHint}</p> : null}
    </section>
  )
}

/** What was prepared, with what it alters. */
function Prepared({ filing, kind, opinion }: OfProposed) {
  const { Judged } = kind
  return (
    <>
      <OpinionText filing={filing} opinion={opinion} sections={kind.sections(filing)} proposed />
      {Judged && opinion.judgment ? <Judged filing={filing} judgment={opinion.judgment} /> : null}
    </>
  )
}

/** The second person signs, or sends it back with a reason; whoever prepared it takes it back with one. */
export function SignButtons({ filing, kind, opinion }: OfPrepared) {
  const t = useWords(words)
  const me = useMe()
  const sign = useCommand(signOpinion)
  const discard = useCommand(discardOpinion)
  const params = { filingId: filing.filingId }
  const { preparedId } = opinion
  const isMine = opinion.accountName === me.name
  const reason = useReason(`filing/${filing.filingId}/discard-opinion`)
  return (
    <>
      <ActButton
        ability={abilityFor(filing.actions, 'discard-opinion')}
        text={isMine ? t.takeOff : t.sendBack}
        title={isMine ? t.takeOffTitle : t.sendBackTitle}
        reason={reason}
        command={discard}
        send={(why) => ({ params, body: { preparedId, reason: why } })}
        done={() => t.takenOff}
      >
        <p>{t.takeOffText}</p>
      </ActButton>
      <ActButton
        ability={abilityFor(filing.actions, 'sign-opinion')}
        text={t.sign}
        look={{ type: 'primary' }}
        title={t.signTitle(filing.viewed?.no ?? 0)}
        command={sign}
        send={() => ({ params, body: { versionNo: filing.viewed?.no ?? 0, preparedId } })}
        done={() => t.signed}
      >
        <Prepared filing={filing} kind={kind} opinion={opinion} />
        <p>{opinion.verdict === 'approve' ? <WhatFollows filing={filing} kind={kind} /> : t.returnText}</p>
      </ActButton>
    </>
  )
}
