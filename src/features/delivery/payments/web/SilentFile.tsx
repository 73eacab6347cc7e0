import { Alert } from 'antd'
import { useWords } from '../../../../ui/language.tsx'
import { actWords } from '../words.ts'

/** Said where a paper holds no text of an invoice, as a scan: nothing compares it with what is entered. */
export function SilentFile() {
  const t = useWords(actWords)
  return <Alert role="status" className="notice" showIcon type="warning" title={t.fileSilent} />
}
