import { Select } from 'antd'
import { isAllowed } from '../../../../ui/ability.ts'
import { useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import type { FilingView } from '../contract.ts'
import { words } from './act-words.ts'

/** Which version is read: one that was submitted, or for whoever writes it the text as it stands. */
export function VersionChoice({ filing: { versions, viewed, actions } }: { filing: FilingView }) {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const writing = isAllowed(actions, 'edit')
  if (versions.length === 0 || (versions.length < 2 && !writing)) return null
  const newest = versions[0]?.no
  const options = versions.map(({ no }) => ({ value: no, label: no === newest ? t.newestVersion(no) : t.version(no) }))
  return (
    <Select
      aria-label={t.chooseVersion}
      value={writing && !search.version ? 0 : (viewed?.no ?? 0)}
      options={writing ? [{ value: 0, label: t.draftVersion }, ...options] : options}
      popupMatchSelectWidth={false}
      onChange={(no: number) =>
        setSearch({ version: no === 0 || (no === newest && !writing) ? null : no, section: null, field: null })
      }
    />
  )
}
