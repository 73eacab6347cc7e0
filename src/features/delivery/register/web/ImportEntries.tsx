import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { registerKinds } from '../../../../policy/records/register.ts'
import { downloadUrl } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { ImportButton } from '../../../../ui/ImportButton.tsx'
import { ImportDialog } from '../../../../ui/ImportDialog.tsx'
import { importWords } from '../../../../ui/import-words.ts'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { exchangeFile, type NamedFile, sendTo } from '../../../../ui/send-file.ts'
import type { ImportDoors } from '../../../../ui/use-import.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as contract from '../import-contract.ts'
import { words } from '../words.ts'

/** Papers that are uploaded for one import; a table has no more rows. */
const mostPapers = 2000

type Preview = contract.EntriesPreview & { readonly standing: number }

/** Many entries of a pilot's enterprises from one workbook: papers first, then the table, checked and then confirmed. */
export function ImportEntries({ pilotId, batchName }: { pilotId: string; batchName: string }) {
  const t = useWords(words)
  const imports = useWords(importWords)
  const { language } = useLanguage()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [papers, setPapers] = useState<readonly FieldFile[]>([])
  const params = { pilotId }
  const doors: ImportDoors<Preview> = {
    // Entries are added; none that stands is replaced.
    preview: async (file, options) => ({
      ...(await sendTo(contract.previewEntries, { params }, file, options)),
      standing: 0,
    }),
    confirm: async (file, { digest, warnings }, options) => {
      const search = { digest, acceptedWarnings: warnings.length }
      await sendTo(contract.importEntries, { params, search }, file, options)
      await queries.invalidateQueries({ queryKey: ['view'] })
    },
  }
  const marked = (file: NamedFile) => exchangeFile(contract.markEntries, { params, search: { language } }, file)
  return (
    <Section title={`${t.import} · ${batchName}`} note={t.importNote}>
      <FileField label={t.papers} max={mostPapers} value={papers} onChange={setPapers} />
      <fieldset className="field">
        <legend className="field-label">{t.table}</legend>
        <ImportButton
          dialog={(file, { other, close }, key) => (
            <ImportDialog<Preview>
              key={key}
              what={t.title}
              file={file}
              doors={{ ...doors, marked }}
              change={(preview) => (preview.kinds.length > 0 ? { isNone: false, shown: <Kinds of={preview} /> } : null)}
              onOther={other}
              onClose={close}
              onDone={(rows) => {
                close()
                setPapers([])
                void message.success(imports.imported(rows))
              }}
            />
          )}
        >
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={downloadUrl(contract.registerTemplate, params, { language })}
            download
          >
            {t.downloadTemplate}
          </Button>
        </ImportButton>
      </fieldset>
    </Section>
  )
}

/** How many entries of which kind the table makes, and of how many firms. */
function Kinds({ of: { kinds, enterprises } }: { of: contract.EntriesPreview }) {
  const t = useWords(words)
  const say = useText()
  return (
    <ul className="import-counts">
      {kinds.map(({ kind, entries }) => (
        <li key={kind}>{t.entriesOf(say(registerKinds[kind]), entries)}</li>
      ))}
      <li>{t.ofEnterprises(enterprises)}</li>
    </ul>
  )
}
