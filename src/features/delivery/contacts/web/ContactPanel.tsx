import { useState } from 'react'
import { contactChannels } from '../../../../policy/services/contact.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import { PersonalText } from '../../../programme/personal/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ContactDialog } from './ContactDialog.tsx'

/** Whom the enterprise answers by, since when and by whom registered, and who it was before. */
export function ContactPanel({ enterpriseId }: { enterpriseId: string }) {
  const t = useWords(words)
  const me = useMe()
  const view = useView(contract.showContact, { params: { enterpriseId } })
  const [setting, setSetting] = useState(false)
  const found = view.data
  const set = found && abilityFor(found.actions, 'set')
  return (
    <Section
      id="contact"
      title={t.title}
      note={t.note}
      actions={
        me.unitKind === 'park' ? null : (
          <ActionButton action={set} onClick={() => setSetting(true)}>
            {found?.contact ? t.change : t.set}
          </ActionButton>
        )
      }
    >
      <Async view={view}>
        {({ contact, former }) => (
          <>
            {contact ? <Facts contact={contact} /> : <p className="empty">{t.none}</p>}
            {former.length > 0 ? (
              <details>
                <summary>{t.former}</summary>
                {former.map((one) => (
                  <Facts key={one.no} contact={one} />
                ))}
              </details>
            ) : null}
            {setting ? (
              <ContactDialog enterpriseId={enterpriseId} standing={contact} onClose={() => setSetting(false)} />
            ) : null}
          </>
        )}
      </Async>
    </Section>
  )
}

function Facts({ contact }: { contact: contract.ContactView }) {
  const t = useWords(words)
  const say = useText()
  return (
    <KeyValue
      columns={3}
      facts={[
        { label: t.name, value: contact.name },
        { label: t.phone, value: <PersonalText of="contact-phone" id={contact.contactId} value={contact.phone} /> },
        { label: t.channel, value: say(contactChannels[contact.channel]) },
        {
          label: t.setBy,
          value: (
            <>
              {contact.setBy} <InstantText at={contact.setAt} />
            </>
          ),
        },
        contact.reason !== '' && { label: t.reason, value: contact.reason, wide: true },
      ]}
    />
  )
}
