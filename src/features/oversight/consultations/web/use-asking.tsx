import { type ReactNode, useState } from 'react'
import type { Route } from '../../../../shared/route.ts'
import { type Args, useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useReason } from '../../../../ui/use-reason.ts'

type Question<R extends Route> = {
  /** Names the record, for what is typed: `decision/<id>/complete`. */
  readonly key: string
  readonly title: string
  /** What is asked for in words. */
  readonly label: string
  /** What it fixes. */
  readonly note?: string
  readonly okText: string
  readonly danger?: boolean
  readonly send: (said: string) => Args<R>
}

/** Asks for a few words and sends them with a command; the dialog stays while it is refused. */
export function useAsking<R extends Route>(
  route: R,
): { readonly ask: (question: Question<R>) => void; readonly dialog: ReactNode } {
  const [question, setQuestion] = useState<Question<R> | null>(null)
  const [open, setOpen] = useState(false)
  const words = useReason(question?.key ?? 'question')
  const command = useCommand(route, { onDone: words.sent(() => setOpen(false)) })
  return {
    ask: (next) => {
      setQuestion(next)
      setOpen(true)
    },
    dialog: (
      <ConfirmDialog
        open={open}
        title={question?.title ?? ''}
        okText={question?.okText ?? ''}
        danger={question?.danger ?? false}
        reason={words}
        reasonLabel={question?.label ?? ''}
        running={command.isPending}
        error={command.error}
        onConfirm={(said) => {
          if (question) command.mutate(question.send(said))
        }}
        onCancel={() => {
          setOpen(false)
          command.reset()
        }}
      >
        {question?.note ? <p>{question.note}</p> : null}
      </ConfirmDialog>
    ),
  }
}
