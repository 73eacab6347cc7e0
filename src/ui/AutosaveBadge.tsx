import { CheckOutlined, CloudOutlined, EditOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { AppLink } from './AppLink.tsx'
import type { ApiError } from './api-error.ts'
import { useText, useWords } from './language.tsx'
import { useSession } from './session.ts'
import type { Draft } from './use-autosave.ts'
import { instantText } from './Values.tsx'
import { words } from './words.ts'

type Shown = Pick<Draft<unknown>, 'state' | 'restored' | 'merged' | 'takeTheirs' | 'putMine' | 'flush'>

type BadgeProps = {
  draft: Shown
  /** Where fields hold what is no value of them, kept and said: each part that has some, by its name and address. */
  toCorrect?: readonly ToCorrect[]
}

export type ToCorrect = { readonly name: string; readonly to: string; readonly count: number }

/** Whether the text is saved: 已保存 14:03, saving, offline and kept here, refused, changed by someone else. */
export function AutosaveBadge({ draft, toCorrect = [] }: BadgeProps) {
  const t = useWords(words)
  const wrong = toCorrect.reduce((sum, { count }) => sum + count, 0)
  const { state } = draft
  return (
    <span className={`autosave autosave-${state.kind}`} role="status">
      {state.kind === 'saved' ? (
        <>
          <CheckOutlined aria-hidden /> {t.savedAt(instantText(state.at).slice(11))}
        </>
      ) : state.kind === 'saving' ? (
        <>
          <LoadingOutlined aria-hidden /> {t.saving}
        </>
      ) : state.kind === 'offline' ? (
        <>
          <CloudOutlined aria-hidden /> {t.keptHere}
        </>
      ) : state.kind === 'refused' || state.kind === 'conflict' ? (
        <>
          <WarningOutlined aria-hidden /> {state.kind === 'refused' ? t.saveRefused : t.conflict}
        </>
      ) : state.kind === 'waiting' ? (
        <>
          <EditOutlined aria-hidden /> {draft.restored ? t.restored : t.notSavedYet}
        </>
      ) : (
        t.unchanged
      )}
      {draft.merged && state.kind !== 'conflict' ? <span className="autosave-merged">{t.mergedIn}</span> : null}
      {wrong > 0 ? (
        <strong className="autosave-faults">
          {t.toCorrect(wrong)}
          {toCorrect.map(({ name, to, count }, at) => (
            <span key={to}>
              {at === 0 ? t.colon : t.comma}
              <AppLink to={to}>{t.toCorrectIn(name, count)}</AppLink>
            </span>
          ))}
        </strong>
      ) : null}
    </span>
  )
}

/** Stands above a form that saves itself: the refusal of the last save, or the choice after somebody else's. */
export function AutosaveNotice({ draft }: { draft: Shown }) {
  const say = useText()
  const { state } = draft
  if (state.kind === 'conflict') return <ConflictNotice draft={draft} error={state.error} />
  if (state.kind === 'refused')
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        className="notice"
        title={
          <>
            {say(state.error.text)} {state.error.clause ? <span className="clause">{state.error.clause}</span> : null}
          </>
        }
      />
    )
  return null
}

const shownAtMost = 20

function ConflictNotice({ draft, error }: { draft: Shown; error: ApiError }) {
  const t = useWords(words)
  const say = useText()
  const [running, setRunning] = useState(false)
  const { editor, at } = error.facts
  const { data: session } = useSession()
  // Another window of the same person, or another device.
  const isOwn = editor !== undefined && editor === session?.name
  const choose = (act: () => Promise<void>) => {
    setRunning(true)
    act()
      .catch(() => {})
      .finally(() => setRunning(false))
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="notice"
      title={isOwn ? t.conflictOwn : t.conflictTitle}
      description={
        <>
          <p>
            {t.conflictBy(
              isOwn ? t.yourself : editor ? String(editor) : t.someoneElse,
              at ? instantText(String(at)) : '',
            )}
          </p>
          {draft.merged ? <p>{t.conflictRest}</p> : null}
          {error.fields.length > 0 ? (
            <ul className="conflict" aria-label={t.conflictDifferences}>
              {error.fields.slice(0, shownAtMost).map((field) => (
                <li key={field.field}>{say(field)}</li>
              ))}
              {error.fields.length > shownAtMost ? (
                <li>{t.moreDifferences(error.fields.length - shownAtMost)}</li>
              ) : null}
            </ul>
          ) : null}
          <div className="button-row">
            <Button type="primary" loading={running} onClick={() => choose(draft.takeTheirs)}>
              {t.takeTheirs}
            </Button>
            <Button loading={running} onClick={() => choose(draft.putMine)}>
              {t.putMine}
            </Button>
          </div>
        </>
      }
    />
  )
}
