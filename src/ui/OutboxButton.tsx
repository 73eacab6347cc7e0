import { SendOutlined, WarningOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { ActionButton } from './ActionButton.tsx'
import { unless } from './ability.ts'
import { ButtonRow } from './ButtonRow.tsx'
import { useText, useWords } from './language.tsx'
import type { WaitingAct } from './outbox-store.ts'
import type { Session } from './session.ts'
import { useGo } from './url.ts'
import { keepForm } from './use-kept.ts'
import { useOnline } from './use-online.ts'
import { useOutbox } from './use-outbox.ts'
import { instantText, StatusTag } from './Values.tsx'
import { words } from './words.ts'

/** How many acts of this person wait on this device, and on asking which, why, and what can be done about it. */
export function OutboxButton({ session }: { session: Session }) {
  const t = useWords(words)
  const { modal } = App.useApp()
  const go = useGo()
  const online = useOnline()
  const [open, setOpen] = useState(false)
  const { acts, sending, outbox, retry } = useOutbox(session.accountId)
  const refused = acts.filter((act) => act.refused).length
  if (acts.length === 0) return null
  const mend = async (act: WaitingAct) => {
    keepForm(session.accountId, act.form.key, act.form.value)
    await outbox.drop(act, false)
    setOpen(false)
    go(act.page)
  }
  const discard = (act: WaitingAct) =>
    modal.confirm({
      title: t.outboxDiscardTitle,
      content: t.outboxDiscardText(act.files.length),
      okText: t.outboxDiscard,
      okButtonProps: { danger: true },
      cancelText: t.cancel,
      onOk: () => outbox.drop(act, true),
    })
  return (
    <>
      <button
        type="button"
        className={`header-button header-outbox ${refused > 0 ? 'is-refused' : ''}`}
        onClick={() => setOpen(true)}
      >
        {refused > 0 ? (
          <>
            <WarningOutlined aria-hidden /> {t.outboxRefusedCount(refused)}
          </>
        ) : (
          <>
            <SendOutlined aria-hidden /> {t.outboxCount(acts.length)}
          </>
        )}
      </button>
      <Modal
        open={open}
        title={t.outboxTitle}
        onCancel={() => setOpen(false)}
        width={640}
        footer={
          <ButtonRow className="modal-buttons">
            <Button onClick={() => setOpen(false)}>{t.close}</Button>
            <ActionButton
              type="primary"
              loading={sending}
              action={unless(!online && words.outboxNoLine)}
              onClick={() => void retry()}
            >
              {t.outboxSendNow}
            </ActionButton>
          </ButtonRow>
        }
      >
        <p className="section-note">{t.outboxNote}</p>
        <ul className="outbox">
          {acts.map((act) => (
            <Waiting
              key={act.id}
              act={act}
              online={online}
              onMend={() => void mend(act)}
              onDiscard={() => discard(act)}
            />
          ))}
        </ul>
      </Modal>
    </>
  )
}

type WaitingProps = { act: WaitingAct; online: boolean; onMend: () => void; onDiscard: () => void }

function Waiting({ act, online, onMend, onDiscard }: WaitingProps) {
  const t = useWords(words)
  const say = useText()
  const { refused } = act
  const sentences = refused?.fields.length ? refused.fields.map((field) => say(field)) : [say(refused?.text)]
  return (
    <li>
      <div>
        <strong>{say(act.title)}</strong> · {act.about}
      </div>
      <div className="soft">
        {instantText(act.at)}
        {act.files.length > 0 ? ` · ${t.outboxFiles(act.files.length)}` : ''}{' '}
        <StatusTag tone={refused ? 'bad' : 'active'}>
          {refused ? t.outboxRefused : online ? t.outboxNext : t.outboxNoLine}
        </StatusTag>
      </div>
      {refused ? (
        <div className="field-error">
          {[...sentences, refused.clause ? t.byClause(refused.clause) : ''].filter(Boolean).join(' ')}
        </div>
      ) : null}
      <div className="button-row">
        <Button size="small" onClick={onMend}>
          {t.outboxMend}
        </Button>
        <Button size="small" danger onClick={onDiscard}>
          {t.outboxDiscard}
        </Button>
      </div>
    </li>
  )
}
