import { Select } from 'antd'
import { useWords } from '../../../ui/language.tsx'
import { useUrl } from '../../../ui/url.ts'
import { words } from '../words.ts'
import type { MatterView } from './matter-view.ts'

/** Which submitted version is read, where there are several. */
export function VersionChoice({ matter: { versions, shown } }: { matter: MatterView }) {
  const t = useWords(words)
  const { setSearch } = useUrl()
  if (versions.length < 2 || !shown) return null
  const newest = versions[0]?.no
  return (
    <Select
      aria-label={t.chooseVersion}
      value={shown.no}
      options={versions.map(({ no }) => ({ value: no, label: no === newest ? t.newestVersion(no) : t.version(no) }))}
      onChange={(no: number) => setSearch({ version: no === newest ? null : no })}
    />
  )
}
