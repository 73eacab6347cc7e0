import { useState } from 'react'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { FieldGrid, type GridColumn } from '../../../../ui/FieldGrid.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useMe } from '../../../../ui/session.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { instantText } from '../../../../ui/Values.tsx'
import * as contract from '../contacts-contract.ts'
import { words } from '../words.ts'

type List = Reply<typeof contract.listContacts>
type Row = { id: string; role: string; office: string; phone: string }

/** Whom to call, in the order of calling; the administrator writes it anew. */
export function Contacts() {
  const t = useWords(words)
  const { permissions } = useMe()
  const [editing, setEditing] = useState(false)
  const view = useView(contract.listContacts)
  return (
    <Section
      id="contacts"
      title={t.contacts}
      actions={
        permissions.includes('incident.handle') ? (
          <ActionButton action={abilityFor(view.data?.actions ?? [], 'edit')} onClick={() => setEditing(true)}>
            {t.editContacts}
          </ActionButton>
        ) : undefined
      }
    >
      <Async view={view}>
        {(list) => (
          <>
            <DataTable
              label={t.contacts}
              columns={[
                { key: 'role', title: t.role },
                { key: 'office', title: t.office },
                { key: 'phone', title: t.phone, width: 200 },
              ]}
              rows={list.contacts}
              rowKey={({ role, office }) => `${role} ${office}`}
              empty={t.noContacts}
            />
            {list.enteredAt ? (
              <p className="soft">
                {t.contactsAsOf(list.version, list.enteredByName ?? '', instantText(list.enteredAt))}
              </p>
            ) : null}
            {editing ? <EditDialog list={list} onClose={() => setEditing(false)} /> : null}
          </>
        )}
      </Async>
    </Section>
  )
}

const columns: readonly GridColumn<Row>[] = [
  { key: 'role', title: words.role, kind: 'text', width: 160, required: true, most: 60 },
  { key: 'office', title: words.office, kind: 'text', width: 260, required: true, most: 100 },
  { key: 'phone', title: words.phone, kind: 'code', width: 180, required: true, most: 40 },
]
const newRow = (): Row => ({ id: newKey(), role: '', office: '', phone: '' })

function EditDialog({ list, onClose }: { list: List; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept<{ rows: Row[] }>(`incidents/contacts/${list.version}`, {
    rows: list.contacts.length === 0 ? [newRow()] : list.contacts.map((one) => ({ id: newKey(), ...one })),
  })
  const act = useCommand(contract.writeContacts, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const send = (unread?: readonly string[]) =>
    act.mutate({ unread, body: { contacts: form.rows.map(({ role, office, phone }) => ({ role, office, phone })) } })
  return (
    <ActDialog
      wide
      typed={typed}
      title={t.editContacts}
      note={t.contactsNote}
      okText={t.save}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <FieldGrid
        name="contacts"
        label={t.contacts}
        columns={columns}
        rows={form.rows}
        maxRows={contract.mostContacts}
        newRow={newRow}
        onChange={(rows) => change({ rows })}
        errors={fieldTexts(act.error, say)}
      />
    </ActDialog>
  )
}
