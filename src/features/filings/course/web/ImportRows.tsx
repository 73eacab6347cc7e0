import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { ApiError } from '../../../../ui/api-error.ts'
import { ImportButton } from '../../../../ui/ImportButton.tsx'
import { ImportDialog } from '../../../../ui/ImportDialog.tsx'
import { importWords } from '../../../../ui/import-words.ts'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { exchangeFile, type NamedFile, sendTo } from '../../../../ui/send-file.ts'
import type { ImportDoors } from '../../../../ui/use-import.ts'
import type { FilingView } from '../contract.ts'
import * as contract from '../import-contract.ts'
import type { SectionName } from './filing-view.ts'
import { ImportChange } from './ImportChange.tsx'
import type { SectionDraft } from './use-drafts.ts'

type ImportRowsProps = {
  filing: FilingView
  section: SectionName
  draft: SectionDraft
  /** The way to the template, where there is one. */
  children?: ReactNode
}

/** Rows of a section from a workbook: checked, confirmed, then replaced as a whole. */
export function ImportRows({ filing: { filingId }, section, draft, children }: ImportRowsProps) {
  const t = useWords(importWords)
  const say = useText()
  const { language } = useLanguage()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const params = { filingId, section: section.id }
  const isConflict = draft.state.kind === 'conflict'

  const doors: ImportDoors<contract.ImportPreview> = {
    preview: async (file, options) => {
      // What stands here is saved first, so that the import is compared with what is seen and replaces nothing else.
      if (!(await draft.flush())) throw new ApiError(-1, { code: 'not-saved', text: importWords.unsaved })
      return sendTo(contract.previewImport, { params, search: { revision: draft.revision() } }, file, options)
    },
    confirm: async (file, { digest, warnings }, options) => {
      const search = { revision: draft.revision(), digest, acceptedWarnings: warnings.length }
      await sendTo(contract.importSection, { params, search }, file, options)
    },
  }
  const marked = (file: NamedFile) => exchangeFile(contract.markImport, { params, search: { language } }, file)

  return (
    <ImportButton
      disabled={isConflict}
      why={t.whyConflict}
      dialog={(file, { other, close }, key) => (
        <ImportDialog<contract.ImportPreview>
          key={key}
          what={say(section)}
          file={file}
          doors={{ ...refreshing(doors, () => queries.invalidateQueries({ queryKey: ['view'] })), marked }}
          change={({ change }) =>
            change && {
              isNone: change.added + change.changed + change.removed + change.changes.length === 0,
              shown: <ImportChange change={change} section={section} />,
            }
          }
          onOther={other}
          onClose={close}
          onDone={(rows) => {
            close()
            void message.success(t.imported(rows))
          }}
        />
      )}
    >
      {children}
    </ImportButton>
  )
}

/** After an act, and after a refusal because somebody else saved, the screen shows what stands on the server. */
function refreshing<Preview extends contract.ImportPreview>(
  { preview, confirm }: ImportDoors<Preview>,
  refresh: () => Promise<void>,
): ImportDoors<Preview> {
  return {
    preview: (...args) => preview(...args).catch((thrown: unknown) => refresh().then(() => Promise.reject(thrown))),
    confirm: (...args) => confirm(...args).finally(refresh),
  }
}
