import { App } from 'antd'
import type { ComponentType } from 'react'
import { abilityNamed } from '../../../../ui/ability.ts'
import { useWords } from '../../../../ui/language.tsx'
import type { ServiceView } from '../contract.ts'
import { ConfirmAnswer, DisputeAnswer } from './AnswerDialogs.tsx'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'
import { ContractDialog } from './ContractDialog.tsx'
import { CorrectDayDialog } from './CorrectDayDialog.tsx'
import { DeliverDialog } from './DeliverDialog.tsx'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { SelectDialog } from './SelectDialog.tsx'
import { CancelDialog, CloseDialog, ResumeDialog } from './ShortDialogs.tsx'
import { VisitDialog } from './VisitDialog.tsx'

const dialogs: Readonly<Record<string, ComponentType<ActProps>>> = {
  select: SelectDialog,
  contract: ContractDialog,
  visit: VisitDialog,
  'add-evidence': EvidenceDialog,
  deliver: DeliverDialog,
  invite: InviteDialog,
  confirm: ConfirmAnswer,
  dispute: DisputeAnswer,
  resume: ResumeDialog,
  close: CloseDialog,
  cancel: CancelDialog,
  'correct-day': CorrectDayDialog,
}

type ServiceActsProps = { service: ServiceView; act: string | undefined; isPressed: boolean; onClose: () => void }

/** The dialog of the act that is open, if the reader may do it now. */
export function ServiceActs({ service, act, isPressed, onClose }: ServiceActsProps) {
  const t = useWords(actWords)
  const { message } = App.useApp()
  const Dialog = act && Object.hasOwn(dialogs, act) ? dialogs[act] : undefined
  if (!Dialog || !abilityNamed(service.actions, act ?? '')?.allowed) return null
  const done = () => {
    void message.success(t.done)
    onClose()
  }
  return <Dialog service={service} isPressed={isPressed} onClose={onClose} onDone={done} />
}
