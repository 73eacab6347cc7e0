import { measureGrounds, measureKinds } from '../../../../policy/money/measure-grounds.ts'
import { measureLevels } from '../../../../policy/money/measures.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, DueDate, Money } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import { useActName } from '../../../programme/signing/web/public.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ReceiptTable, ReissueTable } from './ClaimTables.tsx'
import { Hand, type Measures, MeasureTags, type OnAct } from './MeasureParts.tsx'
import { PreparedMeasures } from './PreparedMeasures.tsx'

/** `onAct`: null for a park, which only reads. */
type Props = { measure: contract.MeasureView; onAct: OnAct | null; takesTwo: Measures['takesTwo'] }

/** One measure: what was decided why, its papers, what came back and was given out again, and what may be done. */
export function MeasureCard({ measure, onAct, takesTwo }: Props) {
  const t = useWords(words)
  const say = useText()
  const { kind, ground, level, state, clause, amountFen, dueOn, provenOn, claim, receipts, reissues, ended } = measure
  const undoneBy = state === 'reversed' ? t.reversedBy : t.withdrawnBy
  const title = (
    <>
      <span className="measure-kind">{say(measureKinds[kind])}</span>{' '}
      {amountFen === null ? null : <Money fen={amountFen} />} <MeasureTags state={state} claim={claim} />
    </>
  )
  return (
    <Section title={title} id={measure.measureId}>
      <KeyValue
        facts={[
          {
            label: t.ground,
            value: (
              <>
                {say(measureGrounds[ground])} <span className="clause">{clause}</span>
              </>
            ),
          },
          { label: t.level, value: say(measureLevels[level]) },
          provenOn !== null && { label: t.provenOn, value: <DayText day={provenOn} /> },
          dueOn !== null && {
            label: t.dueOn,
            value: claim && claim.openFen > 0 ? <DueDate day={dueOn} /> : <DayText day={dueOn} />,
          },
          claim && { label: t.claim, value: t.claimSums(formatYuan(claim.receivedFen), formatYuan(claim.openFen)) },
          { label: t.reason, value: measure.reason, wide: true },
          { label: t.paper, value: <FileLink file={measure.file} /> },
          { label: t.decidedBy, value: <Hand who={measure.decided} /> },
          measure.confirmed && { label: t.confirmedBy, value: <Hand who={measure.confirmed} /> },
          ended && { label: undoneBy, value: <Hand who={ended} /> },
          ended && { label: t.endReason, value: ended.reason, wide: true },
        ]}
      />
      {receipts.length > 0 ? <ReceiptTable receipts={receipts} onAct={onAct} /> : null}
      {reissues.length > 0 ? <ReissueTable reissues={reissues} onAct={onAct} /> : null}
      <PreparedMeasures prepared={measure.prepared} unsigned={measure.unsigned} />
      <Acts measure={measure} onAct={onAct} takesTwo={takesTwo} />
    </Section>
  )
}

function Acts({ measure: { actions }, onAct, takesTwo }: Props) {
  const t = useWords(words)
  const actName = useActName()
  if (actions.length === 0 || onAct === null) return null
  const act = (name: (typeof actions)[number]['action']) => abilityFor(actions, name)
  return (
    <ButtonRow className="button-row no-print">
      <ActionButton type="primary" action={act('confirm')} onClick={() => onAct('confirm')}>
        {actName(t.confirm, takesTwo.includes('measure-confirmation'))}
      </ActionButton>
      <ActionButton type="primary" action={act('receive')} onClick={() => onAct('receive')}>
        {t.receive}
      </ActionButton>
      <ActionButton action={act('reissue')} onClick={() => onAct('reissue')}>
        {t.reissue}
      </ActionButton>
      <ActionButton danger type="text" action={act('withdraw')} onClick={() => onAct('withdraw')}>
        {t.withdraw}
      </ActionButton>
      <ActionButton danger type="text" action={act('reverse')} onClick={() => onAct('reverse')}>
        {actName(t.reverse, takesTwo.includes('measure-reversal'))}
      </ActionButton>
    </ButtonRow>
  )
}
