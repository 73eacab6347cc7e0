import { Alert, Button, Modal } from 'antd'
import { useEffect, useRef } from 'react'
import { contactChannels } from '../../../../policy/services/contact.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import { inviteConfirmation } from '../confirmation-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

/**
 * Has the link sent to the registered contact of the enterprise, and says whom it went to; the park never sees the link. A new link
 * ends the former one, so that a page that is only loaded again asks first.
 */
export function InviteDialog({ service, isPressed, onClose }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const invite = useCommand(inviteConfirmation)
  const sent = invite.data
  const { pilotId, enterprise } = service
  const isAsked = useRef(false)
  const send = () => invite.mutate({ params: { serviceId: service.serviceId } })
  useEffect(() => {
    if (!isPressed || isAsked.current) return
    isAsked.current = true
    send()
  })
  return (
    <Modal
      open
      title={t.invite}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        sent ? (
          <Button type="primary" onClick={onClose}>
            {t.finish}
          </Button>
        ) : (
          <Button type="primary" loading={invite.isPending} onClick={send}>
            {t.inviteSend}
          </Button>
        )
      }
    >
      <RefusalAlert error={invite.error} />
      {sent ? (
        <Alert
          type="success"
          showIcon
          title={t.inviteSent(say(contactChannels[sent.channel]), sent.name, sent.phone)}
          description={
            <>
              <p>{t.until(instantText(sent.expiresAt))}</p>
              {sent.simulated ? (
                <p>
                  {t.simulated} <code>/simulated-phone</code>
                </p>
              ) : null}
            </>
          }
        />
      ) : (
        <>
          <p>{t.inviteNote}</p>
          <p>
            <AppLink to={`/pilots/${pilotId}/enterprises/${enterprise.enterpriseId}`}>{t.toContact}</AppLink>
          </p>
        </>
      )}
    </Modal>
  )
}
