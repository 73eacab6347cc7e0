import { App, Button, Modal, QRCode } from 'antd'
import { useEffect, useRef } from 'react'
import { useCommand } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import { inviteConfirmation } from '../confirmation-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

/**
 * Makes the single-use link and shows it once, as a code to scan and a text to send. A new link ends the former one, so that
 * a page that is only loaded again asks first.
 */
export function InviteDialog({ service, isPressed, onClose }: ActProps) {
  const t = useWords(actWords)
  const { message } = App.useApp()
  const invite = useCommand(inviteConfirmation)
  const made = invite.data
  const link = made ? `${window.location.origin}${made.path}` : ''
  const shown = useRef<HTMLElement>(null)
  const isAsked = useRef(false)
  const make = () => invite.mutate({ params: { serviceId: service.serviceId } })
  useEffect(() => {
    if (!isPressed || isAsked.current) return
    isAsked.current = true
    make()
  })
  const copy = async () => {
    // Browsers hand out the clipboard on https alone; elsewhere the text is marked and copied the old way.
    if (navigator.clipboard) await navigator.clipboard.writeText(link)
    else {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current)
      document.execCommand('copy')
    }
    void message.success(t.copied)
  }
  return (
    <Modal
      open
      title={t.invite}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        made ? (
          <Button type="primary" onClick={onClose}>
            {t.finish}
          </Button>
        ) : (
          <Button type="primary" loading={invite.isPending} onClick={make}>
            {t.inviteMake}
          </Button>
        )
      }
    >
      <RefusalAlert error={invite.error} />
      {made ? (
        <div className="invite-code">
          <p>{t.inviteOnce}</p>
          <div role="img" aria-label={t.qrLabel}>
            <QRCode value={link} size={220} type="svg" />
          </div>
          <code ref={shown}>{link}</code>
          <Button onClick={() => void copy()}>{t.copyLink}</Button>
          <p className="soft">{t.until(instantText(made.expiresAt))}</p>
        </div>
      ) : (
        <p>{t.inviteNote}</p>
      )}
    </Modal>
  )
}
