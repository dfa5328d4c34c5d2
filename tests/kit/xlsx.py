"""What openpyxl finds in an XLSX file. Run as a program it prints it as JSON; it is Debian's package, so it runs on
Debian's Python, whichever runs the tests."""
import json
import os
import subprocess
import sys
import tempfile

DEBIAN_PYTHON = "/usr/bin/python3"


def read(content):
    """`content`: the file's bytes."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(content)
        file.flush()
        return read_file(file.name)


def read_file(path):
    done = subprocess.run([DEBIAN_PYTHON, os.path.abspath(__file__), path], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ValueError(done.stderr)
    return json.loads(done.stdout)


def shown(cell):
    import datetime
    if isinstance(cell.value, datetime.datetime):
        return f"date {cell.value.date().isoformat()} {cell.number_format}"
    return cell.value


def main():
    from openpyxl import load_workbook
    book = load_workbook(sys.argv[1])
    sheet = book.worksheets[0]
    setup = sheet.page_setup
    print(json.dumps({
        "sheets": book.sheetnames,
        "title": book.properties.title,
        "rows": [[shown(cell) for cell in row] for row in sheet.iter_rows()],
        "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row),
        "frozen": sheet.freeze_panes,
        "orientation": setup.orientation,
        "paper": int(setup.paperSize),
        "fits": [int(1 if setup.fitToWidth is None else setup.fitToWidth), int(setup.fitToHeight or 0)],
        "repeated": sheet.print_title_rows,
        "widths": [column.width for _, column in sorted(sheet.column_dimensions.items())]}))


if __name__ == "__main__":
    main()
