import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** Prints the page's content on A4, without header and navigation. */
export function PrintButton() {
  const t = useWords(words)
  return (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      {t.print}
    </Button>
  )
}
