import { Button } from 'antd'
import { useState } from 'react'
import { isMasked } from '../../../../policy/people/masked.ts'
import { mayUnmask, type Unmaskable, unmaskable } from '../../../../policy/people/unmasking.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = { of: Unmaskable /** Of its record. */; id: string /** As the reply has it. */; value: string }

/** Personal data as the reader may see it; where it is masked and concerns the reader, shown whole for a reason until the page is left. */
export function PersonalText({ of, id, value }: Props) {
  const t = useWords(words)
  const me = useMe()
  const [asked, ask] = useState(false)
  const [whole, setWhole] = useState<string | null>(null)
  const isAskable = whole === null && isMasked(value) && mayUnmask(me, of)
  return (
    <>
      <span className="number">{whole ?? value}</span>
      {isAskable ? (
        <Button type="link" size="small" className="no-print" onClick={() => ask(true)}>
          {t.show}
        </Button>
      ) : null}
      {asked ? (
        <WhyDialog
          of={of}
          id={id}
          onShown={(found) => {
            setWhole(found)
            ask(false)
          }}
          onClose={() => ask(false)}
        />
      ) : null}
    </>
  )
}

type DialogProps = Omit<Props, 'value'> & { onShown: (value: string) => void; onClose: () => void }

function WhyDialog({ of, id, onShown, onClose }: DialogProps) {
  const t = useWords(words)
  const say = useText()
  const reason = useReason(`personal/${of}/${id}`)
  const show = useCommand(contract.unmask, { onDone: reason.sent(({ value }) => onShown(value)) })
  return (
    <ConfirmDialog
      open
      title={t.title(say(unmaskable[of]))}
      okText={t.show}
      reason={reason}
      running={show.isPending}
      error={show.error}
      onConfirm={(why) => show.mutate({ body: { of, id, reason: why } })}
      onCancel={onClose}
    >
      <p>{t.note}</p>
    </ConfirmDialog>
  )
}
