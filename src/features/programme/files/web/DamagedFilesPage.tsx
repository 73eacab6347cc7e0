import { Alert } from 'antd'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { sizeText } from '../../../../ui/file-kinds.ts'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { InstantText, Percent, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

/** What the administrator restores from a backup: by the hash, which is the file's name in the store. */
export function DamagedFilesPage() {
  const t = useWords(words)
  const view = useView(contract.listDamagedFiles)
  const { files, total = 0 } = view.data ?? {}
  type Row = NonNullable<typeof files>[number]
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t.fileName,
      show: ({ name, size }) => `${name} · ${sizeText(size)}`,
      sort: ({ name }) => name,
    },
    {
      key: 'state',
      title: t.state,
      width: 120,
      show: ({ state }) => <StatusTag tone="bad">{t[state]}</StatusTag>,
      sort: ({ state }) => t[state],
    },
    {
      key: 'damagedSince',
      title: t.foundAt,
      width: 170,
      show: ({ damagedSince }) => <InstantText at={damagedSince} />,
    },
    { key: 'uploadedBy', title: t.uploadedBy },
    { key: 'uploadedAt', title: t.uploadedAt, width: 170, show: ({ uploadedAt }) => <InstantText at={uploadedAt} /> },
    { key: 'hash', title: t.hash, show: ({ hash }) => <code>{hash}</code> },
  ]
  return (
    <Page title={t.integrity} subtitle={t.integrityNote}>
      {files && files.length < total ? (
        <Alert type="warning" showIcon className="notice" title={t.onlyFirst(files.length, total)} />
      ) : null}
      <DataTable
        label={t.integrity}
        columns={columns}
        rows={files}
        failed={view}
        rowKey={(row) => row.fileId}
        empty={t.allIntact}
        loading={view.isFetching}
      />
      <Storage />
    </Page>
  )
}

function Storage() {
  const t = useWords(words)
  const view = useView(contract.listStorage)
  const { units, total = 0, room = 0 } = view.data ?? {}
  type Row = NonNullable<typeof units>[number]
  const columns: Column<Row>[] = [
    { key: 'name', title: t.unit, sort: ({ name }) => name },
    { key: 'bytes', title: t.taken, width: 140, show: ({ bytes }) => sizeText(bytes), sort: ({ bytes }) => bytes },
    {
      key: 'share',
      title: t.share,
      width: 140,
      show: ({ bytes }) => <Percent value={(bytes / room) * 100} />,
      sort: ({ bytes }) => bytes,
    },
  ]
  return (
    <Section id="storage" title={t.storage} note={view.data ? t.storageNote(sizeText(room)) : undefined}>
      {units && units.length < total ? (
        <Alert type="info" showIcon className="notice" title={t.onlyLargest(units.length, total)} />
      ) : null}
      <DataTable
        label={t.storage}
        columns={columns}
        rows={units}
        failed={view}
        rowKey={(row) => row.unitId}
        empty={t.nothingStored}
        loading={view.isFetching}
      />
    </Section>
  )
}
