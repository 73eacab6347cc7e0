import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { FormRow } from '../../../../policy/filings/forms.ts'
import { lastRecorded, takenRow, takeOver } from '../../../../policy/filings/liaison-takeover.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { type OfficerView, showLiaison } from '../../../programme/liaison/contract.ts'
import type { FilingView } from '../../course/contract.ts'
import { words } from '../words.ts'

type TakeOverProps = { filing: FilingView; rows: readonly FormRow[]; onChange: (rows: FormRow[]) => void }

/** The officers of the list that was recorded last, those who still serve, looked at before they go into the draft (G5.1). */
export function TakeOver({ filing, rows, onChange }: TakeOverProps) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const view = useView(showLiaison, { search: { countyId: filing.unit.unitId } })
  const former = lastRecorded(view.data?.counties ?? [], filing.batch.batchId)
  if (!former || !view.data) return null
  const parkNames = filing.parks.map(({ name }) => name)
  const { taken, left } = takeOver(former.officers, { rows, parkNames, today: view.data.today })
  const takeThem = () => {
    onChange([...rows, ...taken.map((one) => takenRow(one, newKey()))])
    setOpen(false)
  }
  return (
    <>
      <Button icon={<CopyOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t.takeOver(former.batchName)}
      </Button>
      {open ? (
        <ActDialog
          wide
          title={t.takeOver(former.batchName)}
          okText={t.takeThem(taken.length)}
          blocked={taken.length === 0 ? t.nobodyToTake : null}
          running={false}
          error={null}
          onOk={takeThem}
          onCancel={() => setOpen(false)}
        >
          <p>{t.takeOverNote(former.recordedOn ?? '')}</p>
          <Persons label={t.taken} officers={taken} />
          {left.length > 0 ? (
            <>
              <h3>{t.leftOut}</h3>
              <ul>
                {left.map(({ officer: { officerId, unit, name }, why }) => (
                  <li key={officerId}>
                    {unit} {name}：{t[why]}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </ActDialog>
      ) : null}
    </>
  )
}

function Persons({ label, officers }: { label: string; officers: readonly OfficerView[] }) {
  const t = useWords(words)
  const columns: Column<OfficerView>[] = [
    { key: 'unit', title: t.unit },
    { key: 'seat', title: t.seat },
    { key: 'name', title: t.person },
    { key: 'from', title: t.servesFrom },
    { key: 'until', title: t.servesUntil, show: ({ until }) => until || t.untilFurther },
  ]
  return (
    <DataTable label={label} columns={columns} rows={officers} rowKey={(row) => row.officerId} empty={t.nobodyToTake} />
  )
}
