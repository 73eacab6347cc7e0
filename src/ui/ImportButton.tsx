import { FileExcelOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { acceptOf } from './file-kinds.ts'
import { importWords as words } from './import-words.ts'
import { useWords } from './language.tsx'
import { useIsPhone } from './use-media.ts'

type ImportButtonProps = {
  disabled?: boolean
  /** Why it is disabled, in sight. */
  why?: string
  /** What stands before it: the template. */
  children?: ReactNode
  /** The dialog over the chosen file; the key changes with every choice. */
  dialog: (file: File, way: { readonly other: () => void; readonly close: () => void }, key: number) => ReactNode
}

/** Where a workbook is chosen or dropped to be imported. */
export function ImportButton({ disabled = false, why, children, dialog }: ImportButtonProps) {
  const t = useWords(words)
  const id = useId()
  const phone = useIsPhone()
  const picker = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<{ file: File; no: number } | null>(null)
  const [over, setOver] = useState(false)

  function choose(file: File | undefined): void {
    if (picker.current) picker.current.value = ''
    if (file) setChosen((before) => ({ file, no: (before?.no ?? 0) + 1 }))
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    if (!disabled) choose(event.dataTransfer.files[0])
  }

  const wasOpen = useRef(false)
  useEffect(() => {
    // Once the dialog is gone the keyboard is where it was.
    if (chosen === null && wasOpen.current) button.current?.focus()
    wasOpen.current = chosen !== null
  }, [chosen])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard
    <div
      className={over ? 'drop-zone import-zone is-over' : 'drop-zone import-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      <Button
        ref={button}
        icon={<FileExcelOutlined aria-hidden />}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        onClick={() => picker.current?.click()}
      >
        {t.choose}
      </Button>
      <span className="drop-hint" id={`${id}-hint`}>
        {disabled && why ? why : phone ? t.hintPhone : t.hint}
      </span>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t.choose}
        accept={acceptOf(['excel', 'csv'])}
        onChange={(event) => choose(event.target.files?.[0])}
      />
      {chosen
        ? dialog(chosen.file, { other: () => picker.current?.click(), close: () => setChosen(null) }, chosen.no)
        : null}
    </div>
  )
}
