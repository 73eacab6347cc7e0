import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** The official paper of what is shown: as Word, and as Excel where it has tables. `size` for use inside a card. */
export function DownloadPaper({ word, excel, size }: { word: string; excel?: string; size?: 'large' }) {
  const t = useWords(words)
  const icon = <DownloadOutlined aria-hidden />
  const look = size ? { size } : {}
  if (!excel) {
    return (
      <Button href={word} download icon={icon} {...look}>
        {t.paperWord}
      </Button>
    )
  }
  const items = [
    { key: 'word', label: link(word, t.paperWord) },
    { key: 'excel', label: link(excel, t.paperExcel) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={icon} {...look}>
        {t.paper}
      </Button>
    </Dropdown>
  )
}

function link(href: string, text: string) {
  return (
    <a href={href} download>
      {text}
    </a>
  )
}
