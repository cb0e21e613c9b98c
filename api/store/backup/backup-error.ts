/** Every way a backup, its restoring or a copy can fail by itself: what it means and what to do about it. */
export const backupErrors = {
  BACKUP_UNREADABLE: "The backup cannot be read. Correct the path or the permissions",
  BACKUP_FORMAT: 'The file is no backup of this program. Name a file that "knockon backup" wrote',
  BACKUP_VERSION: "The backup has a form that this program does not know. Update the program",
  BACKUP_DAMAGED: "The backup is damaged or cut short. Use another copy of it; what is wrong was not written",
  BACKUP_STORE_IN_USE:
    'The store already holds something else. Restore into a new store (--store sqlite:NEW.db); a bundled dataset goes with "knockon remove ID"',
  COPY_DIFFERS:
    "The other store holds something else under the same name, and nothing was written. Name the datasets to copy with --dataset, or remove those in the way",
  COPY_NOT_KEPT:
    "What was written does not read back the same: the store, or another program writing to it, changed it. Remove it there and try again",
} as const;

export type BackupErrorCode = keyof typeof backupErrors;

/** A failure of a backup, its restoring or a copy. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, detail: string, options?: ErrorOptions) {
    super(`${detail}. ${backupErrors[code]}.`, options);
    this.code = code;
  }
}
