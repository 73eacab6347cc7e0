import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { isPost, posts } from '../../../../policy/people/roles.ts'
import { downloadUrl } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { ImportButton } from '../../../../ui/ImportButton.tsx'
import { ImportDialog } from '../../../../ui/ImportDialog.tsx'
import { importWords } from '../../../../ui/import-words.ts'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { exchangeFile, type NamedFile, sendTo } from '../../../../ui/send-file.ts'
import { useGo } from '../../../../ui/url.ts'
import type { ImportDoors } from '../../../../ui/use-import.ts'
import * as contract from '../import-contract.ts'
import { words } from '../words.ts'

type Preview = contract.AccountsPreview & { readonly standing: number }

/** Many accounts from one workbook, checked and then confirmed; then their slips. */
export function ImportAccounts() {
  const t = useWords(words)
  const imports = useWords(importWords)
  const { language } = useLanguage()
  const { message } = App.useApp()
  const go = useGo()
  const queries = useQueryClient()
  const doors: ImportDoors<Preview> = {
    // Accounts are added; none that stands is replaced.
    preview: async (file, options) => ({ ...(await sendTo(contract.previewAccounts, {}, file, options)), standing: 0 }),
    confirm: async (file, { digest, warnings }, options) => {
      await sendTo(contract.importAccounts, { search: { digest, acceptedWarnings: warnings.length } }, file, options)
      await queries.invalidateQueries({ queryKey: ['view'] })
    },
  }
  const marked = (file: NamedFile) => exchangeFile(contract.markAccounts, { search: { language } }, file)
  return (
    <Section title={t.import} note={t.importNote}>
      <ImportButton
        dialog={(file, { other, close }, key) => (
          <ImportDialog<Preview>
            key={key}
            what={t.title}
            file={file}
            doors={{ ...doors, marked }}
            change={(preview) => (preview.posts.length > 0 ? { isNone: false, shown: <Counts of={preview} /> } : null)}
            onOther={other}
            onClose={close}
            onDone={(rows) => {
              close()
              void message.success(imports.imported(rows))
              go('/accounts/slips')
            }}
          />
        )}
      >
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={downloadUrl(contract.accountTemplate, {}, { language })}
          download
        >
          {t.downloadTemplate}
        </Button>
      </ImportButton>
    </Section>
  )
}

/** How many accounts of which post the table makes, and of how many units. */
function Counts({ of: { posts: counted, units } }: { of: contract.AccountsPreview }) {
  const t = useWords(words)
  const say = useText()
  return (
    <ul className="import-counts">
      {counted.map(({ post, accounts }) => (
        <li key={post}>{t.accountsOf(isPost(post) ? say(posts[post]) : post, accounts)}</li>
      ))}
      <li>{t.ofUnits(units)}</li>
    </ul>
  )
}
