import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from './language.tsx'
import { useIsPhone } from './use-media.ts'
import { words } from './words.ts'

/** Prints the page's content on A4, without header and navigation. Not on a phone, where it would only take room. */
export function PrintButton() {
  const t = useWords(words)
  const phone = useIsPhone()
  if (phone) return null
  return (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      {t.print}
    </Button>
  )
}
