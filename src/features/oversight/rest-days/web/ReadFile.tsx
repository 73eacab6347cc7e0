import { FileExcelOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import type { Reply } from '../../../../ui/api.ts'
import { asApiError } from '../../../../ui/api-error.ts'
import { acceptOf } from '../../../../ui/file-kinds.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { sendTo } from '../../../../ui/send-file.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Days = contract.ListView['days']
type Warnings = Reply<typeof contract.readRestDays>['warnings']

/** Puts the days of a workbook into the form; nothing is entered by it. */
export function ReadFile({ onRead }: { onRead: (days: Days) => void }) {
  const t = useWords(words)
  const picker = useRef<HTMLInputElement>(null)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [warnings, setWarnings] = useState<Warnings>([])
  const say = useText()

  async function read(file: File | undefined) {
    if (picker.current) picker.current.value = ''
    if (!file) return
    setRunning(true)
    setError(null)
    setWarnings([])
    try {
      const read = await sendTo(contract.readRestDays, {}, { name: file.name, content: file })
      setWarnings(read.warnings)
      onRead(read.days)
    } catch (thrown) {
      setError(asApiError(thrown))
    } finally {
      setRunning(false)
    }
  }

  return (
    <div>
      <Button icon={<FileExcelOutlined aria-hidden />} loading={running} onClick={() => picker.current?.click()}>
        {t.readFile}
      </Button>{' '}
      <span className="field-hint">{t.fileHint}</span>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t.readFile}
        accept={acceptOf(['excel', 'csv'])}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <RefusalAlert error={error} />
      {warnings.map((one) => (
        <Alert key={`${one.place} ${one.zh}`} type="warning" showIcon title={`${one.place}：${say(one)}`} />
      ))}
    </div>
  )
}
