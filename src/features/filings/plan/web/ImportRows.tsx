import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { PlanContent } from '../../../../policy/plan/plan.ts'
import { downloadUrl } from '../../../../ui/api.ts'
import { type ApiError, asApiError } from '../../../../ui/api-error.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { acceptOf } from '../../../../ui/file-kinds.ts'
import { useLanguage, useWords } from '../../../../ui/language.tsx'
import type { FilingView } from '../../course/contract.ts'
import type { SectionDraft } from '../../course/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ImportProblems } from './ImportProblems.tsx'
import { sendRows } from './send-rows.ts'

type Importable = 'targets' | 'enterprises'
type ImportRowsProps = {
  section: Importable
  filing: FilingView
  draft: SectionDraft<PlanContent[Importable]>
}

/** The template from the current rules, and rows from a workbook: all of them or none. */
export function ImportRows({ section, filing: { filingId }, draft }: ImportRowsProps) {
  const t = useWords(words)
  const { language } = useLanguage()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<File | null>(null)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [failedFile, setFailedFile] = useState('')
  const rows = draft.value.rows.length

  async function take(file: File) {
    setRunning(true)
    setError(null)
    try {
      // What stands here is saved first, so that the import replaces what is seen and nothing else.
      if (!(await draft.flush())) return
      const { imported } = await sendRows(file, { filingId, section, revision: draft.revision() })
      await queries.invalidateQueries({ queryKey: ['view'] })
      void message.success(t.imported(imported))
    } catch (thrown) {
      setFailedFile(file.name)
      setError(asApiError(thrown))
    } finally {
      setRunning(false)
      setChosen(null)
    }
  }

  function choose(file: File | undefined) {
    if (picker.current) picker.current.value = ''
    if (!file) return
    if (rows > 0) setChosen(file)
    else void take(file)
  }

  return (
    <div className="plan-import">
      <div className="plan-import-buttons">
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={downloadUrl(contract.planTemplate, { filingId, section }, { language })}
          download
        >
          {t.downloadTemplate}
        </Button>
        <Button
          icon={<FileExcelOutlined aria-hidden />}
          loading={running && chosen === null}
          disabled={draft.state.kind === 'conflict'}
          onClick={() => picker.current?.click()}
        >
          {t.importExcel}
        </Button>
        <span className="field-hint">{t.importHint}</span>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t.importExcel}
          accept={acceptOf(['excel', 'csv'])}
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      {error ? <ImportProblems error={error} fileName={failedFile} onClose={() => setError(null)} /> : null}
      <ConfirmDialog
        open={chosen !== null}
        title={t.importTitle}
        okText={t.importReplace}
        running={running}
        onConfirm={() => (chosen ? void take(chosen) : undefined)}
        onCancel={() => setChosen(null)}
      >
        <p>{t.importText(chosen?.name ?? '', rows)}</p>
      </ConfirmDialog>
    </div>
  )
}
