import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { downloadUrl } from '../../../../ui/api.ts'
import { useLanguage, useWords } from '../../../../ui/language.tsx'
import type { FilingView } from '../../course/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = { filing: Pick<FilingView, 'filingId'>; section: 'targets' | 'enterprises' }

/** The template of a section, made from the rules in force and filled with what stands there. */
export function PlanTemplate({ filing: { filingId }, section }: Props) {
  const t = useWords(words)
  const { language } = useLanguage()
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      href={downloadUrl(contract.planTemplate, { filingId, section }, { language })}
      download
    >
      {t.downloadTemplate}
    </Button>
  )
}
