import { noticeStateNames } from '../../../../policy/money/notices.ts'
import { dayOf } from '../../../../shared/dates.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import { UnsignedActs, useHands } from '../../../programme/signing/web/public.ts'
import type { TrancheView } from '../contract.ts'
import { words } from '../words.ts'
import { cardWords } from './card-words.ts'
import { Detail } from './Detail.tsx'
import { Judging } from './Judging.tsx'
import { PlanComparison } from './PlanComparison.tsx'

/** What stands behind a tranche besides its conditions: the plan, both bureaus' judgment, the notice, the filing number. */
export function TrancheDetails({ tranche }: { tranche: TrancheView }) {
  const t = useWords(cardWords)
  const { planned, judging, notice, filing, formerFilings, withdrawals, state } = tranche
  const isOut = state === 'released' || state === 'received'
  return (
    <div className="tranche-details">
      {planned ? (
        <Detail title={t.countyPlan}>
          <PlanComparison planned={planned} askedFen={tranche.amountFen} paidOn={tranche.paidOn} />
        </Detail>
      ) : null}
      {judging && judging.judgments.length > 0 ? <Judging judging={judging} closed={isOut} /> : null}
      {notice && (notice.standing || (notice.workingDays > 0 && state === 'recommended')) ? (
        <Notice notice={notice} />
      ) : null}
      {withdrawals.length > 0 ? <Withdrawals withdrawals={withdrawals} /> : null}
      {tranche.reversals.length > 0 ? <Reversals reversals={tranche.reversals} /> : null}
      {tranche.unsigned.length > 0 ? (
        <Detail title={t.unsigned}>
          <UnsignedActs unsigned={tranche.unsigned} />
        </Detail>
      ) : null}
      {isOut || formerFilings.length > 0 ? (
        <Detail title={t.filing} clause={tranche.filingClause}>
          {!isOut ? null : filing ? (
            <div>
              <strong className="number">{filing.number}</strong> {filing.name} <DayText day={filing.filedOn} />{' '}
              <span className="soft">{filing.by?.name}</span>
            </div>
          ) : (
            <StatusTag tone="warning">{t.filingMissing}</StatusTag>
          )}
          {formerFilings.map((one) => (
            <div key={one.voucherNo} className="soft">
              <span className="number">{one.number}</span> {one.name} <DayText day={one.filedOn} />{' '}
              {t.filingOfReversed(one.voucherNo)}
            </div>
          ))}
        </Detail>
      ) : null}
    </div>
  )
}

function Withdrawals({ withdrawals }: Pick<TrancheView, 'withdrawals'>) {
  const t = useWords(cardWords)
  return (
    <Detail title={t.withdrawnRecommendations}>
      {withdrawals.map(({ amountFen, recommendedAt, reason, by }) => (
        <div key={recommendedAt}>
          {t.withdrawnOf(formatYuan(amountFen), dayOf(new Date(recommendedAt)))} {reason}{' '}
          <span className="soft">
            {by?.name} {by ? <InstantText at={by.at} /> : null}
          </span>
        </div>
      ))}
    </Detail>
  )
}

function Reversals({ reversals }: Pick<TrancheView, 'reversals'>) {
  const t = useWords(cardWords)
  const hands = useHands()
  const who = (done: TrancheView['released']) =>
    done ? (
      <span className="soft">
        {hands(done.name, done.preparedBy)} <InstantText at={done.at} />
      </span>
    ) : null
  return (
    <Detail title={t.reversedReleases}>
      {reversals.map(({ amountFen, voucherNo, voucherFile, paidOn, paidTo, released, reason, reversed }) => (
        <div key={reversed?.at}>
          <div>
            {t.reversedOf(formatYuan(amountFen), voucherNo, paidOn)} {reason} {who(reversed)}
          </div>
          <div>
            {t.payeeAccount} {paidTo ? `${paidTo.holder} · ${paidTo.bank} · ${paidTo.number}` : t.accountNone}{' '}
            {who(released)} {voucherFile ? <FileLink file={voucherFile} /> : null}
          </div>
        </div>
      ))}
    </Detail>
  )
}

export function Inferred() {
  const t = useWords(words)
  return (
    <span className="inferred" title={t.inferredHint}>
      {t.inferred}
    </span>
  )
}

function Notice({ notice }: { notice: NonNullable<TrancheView['notice']> }) {
  const t = useWords(cardWords)
  const say = useText()
  const { standing, former, workingDays, clause, source } = notice
  const asked = workingDays > 0 ? t.noticeAsked(workingDays) : t.noticeFree
  const extra = <span className="soft">{asked}</span>
  return (
    <Detail
      title={t.notice}
      clause={clause}
      extra={
        <>
          {extra} {source === 'inferred' ? <Inferred /> : null}
        </>
      }
    >
      {standing ? (
        <div className="notice-line">
          <StatusTag tone={toneOf(standing.state)}>{say(noticeStateNames[standing.state])}</StatusTag>
          <span>
            {standing.untilOn
              ? t.noticePeriod(standing.publishedOn, standing.untilOn)
              : t.noticeOpen(standing.publishedOn)}
          </span>
          {standing.daysLeft > 0 ? <strong>{t.daysLeft(standing.daysLeft)}</strong> : null}
          {standing.provisional ? <span className="soft">{t.provisional}</span> : null}
          {standing.objections > 0 ? <span>{t.objections(standing.objections, standing.openObjections)}</span> : null}
          <AppLink to={`/public/notices/${standing.noticeId}`}>{t.publicPage}</AppLink>
        </div>
      ) : (
        <StatusTag tone="warning">{t.noticeNone}</StatusTag>
      )}
      {former.map((one) => (
        <div key={one.noticeId} className="notice-line">
          <StatusTag tone="neutral">{say(noticeStateNames[one.state])}</StatusTag>
          <span>{t.noticeEnded(one.publishedOn, one.endedOn, one.endReason)}</span>
          {one.objections > 0 ? <span>{t.objections(one.objections, one.openObjections)}</span> : null}
          <AppLink to={`/public/notices/${one.noticeId}`}>{t.publicPage}</AppLink>
        </div>
      ))}
    </Detail>
  )
}

function toneOf(state: NonNullable<NonNullable<TrancheView['notice']>['standing']>['state']) {
  if (state === 'held') return 'warning'
  return state === 'over' ? 'good' : state === 'running' ? 'active' : 'neutral'
}
