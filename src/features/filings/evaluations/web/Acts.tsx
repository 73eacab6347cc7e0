import { App } from 'antd'
import { isAllowed } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import * as acts from '../act-contract.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'
import { AdviseDialog } from './AdviseDialog.tsx'
import { DeclareDialog, NameExpertDialog, TakeSeatBackDialog } from './ExpertDialogs.tsx'
import { RecomputeDialog, SubmitSelfDialog } from './HeadDialogs.tsx'
import { AnswerDialog, ObjectDialog } from './ObjectionDialogs.tsx'
import { DecideDialog, RectifyDialog } from './RectificationDialogs.tsx'
import { ScoreDialog } from './ScoreDialog.tsx'
import { SiteCheckDialog } from './SiteCheckDialog.tsx'

export type ActName = EvaluationView['actions'][number]['action']
type Props = { view: EvaluationView; act: string; onClose: () => void }

/** The dialog of the act that the address names (`?act=tell`), where it is open to the reader. */
export function Acts({ view, act, onClose }: Props) {
  const { search } = useUrl()
  const may = (name: ActName) => act === name && isAllowed(view.actions, name)
  const item = view.parts.flatMap(({ items }) => items).find(({ id }) => id === search.item)
  const objection = view.objections.find(({ objectionId }) => objectionId === search.objection)
  const seat = view.seats.find(({ accountId, takenBack }) => accountId === search.account && !takenBack)
  const given = { view, onClose }
  if (may('tell')) return <TellDialog {...given} />
  if (may('agree')) return <AgreeDialog {...given} />
  if (may('return-self')) return <ReasonDialog {...given} act="return-self" />
  if (may('take-back')) return <ReasonDialog {...given} act="take-back" />
  if (may('not-rate')) return <ReasonDialog {...given} act="not-rate" />
  if (may('recompute')) return <RecomputeDialog {...given} />
  if (may('submit-self')) return <SubmitSelfDialog {...given} />
  if (may('name-expert')) return <NameExpertDialog {...given} />
  if (may('take-seat-back') && seat) return <TakeSeatBackDialog {...given} seat={seat} />
  if (may('declare')) return <DeclareDialog {...given} />
  if (may('object')) return <ObjectDialog {...given} />
  if (may('rectify')) return <RectifyDialog {...given} />
  if (may('decide-rectification')) return <DecideDialog {...given} />
  if (may('advise')) return <AdviseDialog {...given} />
  if (may('check-on-site')) return <SiteCheckDialog {...given} />
  if (may('answer') && objection) return <AnswerDialog {...given} objection={objection} />
  if (item && may('write-self')) return <ScoreDialog {...given} item={item} column="self" />
  if (item && may('score-expert')) return <ScoreDialog {...given} item={item} column="expert" />
  if (item && may('score-final')) return <ScoreDialog {...given} item={item} column="final" />
  return null
}

type Given = { view: EvaluationView; onClose: () => void }

function TellDialog({ view: { evaluationId }, onClose }: Given) {
  const t = useWords(words)
  const { message } = App.useApp()
  const act = useCommand(acts.tellResult, {
    onDone: () => {
      void message.success(t.told)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      title={t.tell}
      okText={t.tell}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { evaluationId }, body: {} })}
      onCancel={onClose}
    >
      <p>{t.tellNote}</p>
    </ConfirmDialog>
  )
}

function AgreeDialog({ view: { evaluationId }, onClose }: Given) {
  const t = useWords(words)
  const act = useCommand(acts.agreeTo, { onDone: onClose })
  return (
    <ConfirmDialog
      open
      title={t.agree}
      okText={t.agree}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { evaluationId }, body: {} })}
      onCancel={onClose}
    >
      <p>{t.agreeNote}</p>
    </ConfirmDialog>
  )
}

const routes = { 'return-self': acts.returnSelf, 'take-back': acts.takeBack, 'not-rate': acts.notRate } as const

function ReasonDialog({ view: { evaluationId }, act: name, onClose }: Given & { act: keyof typeof routes }) {
  const t = useWords(words)
  const reason = useReason(`evaluations/${evaluationId}/${name}`)
  const act = useCommand(routes[name], { onDone: reason.sent(onClose) })
  const texts = {
    'return-self': [t.returnSelf, t.returnSelfNote],
    'take-back': [t.takeBack, t.takeBackNote],
    'not-rate': [t.notRate, t.notRateNote],
  } as const
  const [title, note] = texts[name]
  return (
    <ConfirmDialog
      open
      danger
      title={title}
      okText={title}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { evaluationId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>{note}</p>
    </ConfirmDialog>
  )
}
