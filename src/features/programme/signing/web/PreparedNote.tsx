import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { preparedEndNames, signedActs } from '../../../../policy/people/signed-acts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import type { PreparedView, UnsignedView } from '../contract.ts'
import { words } from '../words.ts'

/** What waits for a signature: which act, by whom and when it was prepared, and all that stands against it now. */
export function PreparedNote({ prepared, children }: { prepared: PreparedView; children?: ReactNode }) {
  const t = useWords(words)
  const say = useText()
  const { act, refused } = prepared
  return (
    <div className="prepared-act">
      <p>
        <StatusTag tone="active">{t.waits(say(signedActs[act]))}</StatusTag> {t.preparedBy(prepared.prepared.name)}{' '}
        <InstantText at={prepared.prepared.at} />
      </p>
      {children ? <div>{children}</div> : null}
      {refused.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t.refusedNow}
          description={
            <ul>
              {refused.map((one) => (
                <li key={one.zh}>
                  {say(one)} <span className="clause">{one.clause}</span>
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </div>
  )
}

/** What was prepared and not signed, with who ended it and why. */
export function UnsignedActs({ unsigned }: { unsigned: readonly UnsignedView[] }) {
  const t = useWords(words)
  const say = useText()
  return (
    <>
      {unsigned.map(({ act, prepared, ended, by, reason }) => (
        <div key={`${act} ${prepared.at}`}>
          {say(signedActs[act])} · {t.preparedBy(prepared.name)} <InstantText at={prepared.at} /> ·{' '}
          {say(preparedEndNames[ended])}
          {reason ? `：${reason}` : ''}{' '}
          <span className="soft">
            {by.name} <InstantText at={by.at} />
          </span>
        </div>
      ))}
    </>
  )
}

/** Who did something, in words: one person, or the two that it took. */
export function useHands() {
  const t = useWords(words)
  return (by: string, preparedBy: string | null) => (preparedBy === null ? by : t.signedBy(preparedBy, by))
}

/** What an act is called on the button of whoever does it, or where it takes a second person prepares it. */
export function useActName() {
  const t = useWords(words)
  return (name: string, takesTwo: boolean) => (takesTwo ? t.preparing(name) : name)
}

/** An act that may take a second person: the name on its button and on its dialog's, a note, and what is said once it is sent. */
export function useTwoPersons(takesTwo: boolean, okText: string) {
  const t = useWords(words)
  const name = useActName()(okText, takesTwo)
  if (!takesTwo) return { name, okText, note: null, said: undefined }
  return {
    name,
    okText: t.prepare,
    note: <Alert type="info" showIcon className="notice" title={t.prepareNote} />,
    said: t.prepared,
  }
}
