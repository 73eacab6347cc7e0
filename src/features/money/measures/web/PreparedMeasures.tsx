import { measureGrounds, measureKinds } from '../../../../policy/money/measure-grounds.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, Money } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import { PreparedNote, SignButtons, UnsignedActs } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = Pick<contract.MeasureView, 'prepared' | 'unsigned'>

/** What the reader's bureau has prepared and its leader signs, word for word, and what of it was not signed. */
export function PreparedMeasures({ prepared, unsigned }: Props) {
  const t = useWords(words)
  if (prepared.length === 0 && unsigned.length === 0) return null
  return (
    <Section title={t.signatures}>
      {prepared.map((one) => (
        <PreparedNote key={one.preparedId} prepared={one}>
          <PreparedBody prepared={one} />
          <ButtonRow className="button-row no-print">
            <SignButtons prepared={one}>
              <PreparedBody prepared={one} />
            </SignButtons>
          </ButtonRow>
        </PreparedNote>
      ))}
      <UnsignedActs unsigned={unsigned} />
    </Section>
  )
}

/** The decision or the reason for a reversal as it was asked for; a confirmation says nothing beyond its measure. */
function PreparedBody({ prepared: { act, body } }: { prepared: Props['prepared'][number] }) {
  const t = useWords(words)
  const say = useText()
  if (act === 'measure-reversal') {
    const sent = contract.reverseMeasure.body.safeParse(body).data
    return sent ? <KeyValue facts={[{ label: t.reason, value: sent.reason, wide: true }]} /> : null
  }
  const sent = act === 'measure' ? contract.decideMeasure.body.safeParse(body).data : undefined
  if (!sent) return null
  const { kind, ground, amountFen, dueOn, provenOn, reason, fileId } = sent
  return (
    <KeyValue
      facts={[
        { label: t.kind, value: say(measureKinds[kind]) },
        { label: t.ground, value: say(measureGrounds[ground]) },
        amountFen !== null && { label: t.amount, value: <Money fen={amountFen} /> },
        provenOn !== null && { label: t.provenOn, value: <DayText day={provenOn} /> },
        dueOn !== null && { label: t.dueOn, value: <DayText day={dueOn} /> },
        { label: t.reason, value: reason, wide: true },
        fileId !== null && { label: t.paper, value: <FileLink file={{ fileId, name: t.paper }} />, wide: true },
      ]}
    />
  )
}
