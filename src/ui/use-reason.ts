import { useKept } from './use-kept.ts'

/** A reason that is being written, kept on this device until it was sent. */
export type KeptReason = ReturnType<typeof useReason>

/** The reason that a `ConfirmDialog` asks for; `key` names the act and its record: `service/<id>/cancel`. */
export function useReason(key: string) {
  const { form, change, typed, forget, reread } = useKept(key, { reason: '' })
  return {
    text: form.reason,
    write: (reason: string) => change({ reason }),
    typed,
    forget,
    reread,
    /** For `onDone` of the command: what was sent is no longer kept. */
    sent:
      <Reply>(then?: (reply: Reply) => void) =>
      (reply: Reply) => {
        forget()
        then?.(reply)
      },
  }
}
