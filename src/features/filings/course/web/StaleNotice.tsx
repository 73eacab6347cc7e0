import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { words } from './act-words.ts'

/** Somebody changed or submitted it meanwhile: the act was not done, and what was typed for it is kept. */
export function StaleNotice({ onRead }: { onRead: () => void }) {
  const t = useWords(words)
  const queries = useQueryClient()
  const { setSearch } = useUrl()
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="notice"
      title={t.superseded}
      action={
        <Button
          size="small"
          onClick={() => {
            onRead()
            setSearch({ version: null })
            void queries.invalidateQueries({ queryKey: ['view'] })
          }}
        >
          {t.toNewest}
        </Button>
      }
    />
  )
}
