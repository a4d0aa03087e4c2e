//! Tables as a workbook of Excel, one sheet each.
//!
//! Texts are written as strings, so none can become a formula; only [`Cell::Link`] becomes a link.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFormat, ChartSolidFill, ChartType, Color,
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Workbook,
    Worksheet, XlsxError,
};

use super::foreign::{address, plain};
use super::{About, Cell, FileError, Table};
use crate::catalog::Date;

/// What a cell holds at most, in UTF-16 units, is 32,767; some are left for the marks of a text that goes on.
const LONGEST_TEXT: usize = 32_700;

/// What the name of a sheet holds at most, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// Stands where a text was parted.
const PARTED: &str = "…";

/// The widest and the narrowest column, in characters.
const WIDTHS: [u16; 2] = [6, 70];

/// Tables of names and numbers that get a chart, with the end of its axis where that is known.
const CHARTS: [(&str, Option<u32>); 2] = [("readiness", Some(100)), ("tiers", None)];

/// The highest row that Excel shows, in points.
const HIGHEST: u32 = 409;

/// The tables as a workbook.
///
/// # Errors
/// [`FileError`] where the library that writes the format refuses something.
pub fn workbook(tables: &[Table], about: &About) -> Result<Vec<u8>, FileError> {
    write(tables, about).map_err(|error| FileError {
        message: error.to_string(),
    })
}

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    number: Format,
    day: Format,
    link: Format,
    note: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Hair)
            .set_border_color(Color::RGB(0x00D5_DCDF));
        let text = cell.clone().set_align(FormatAlign::Left).set_text_wrap();
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x000B_5563)),
            number: cell.clone(),
            day: cell
                .set_align(FormatAlign::Left)
                .set_indent(1)
                .set_num_format("yyyy-mm-dd"),
            link: text
                .clone()
                .set_font_color(Color::RGB(0x000B_5563))
                .set_underline(FormatUnderline::Single),
            note: text.clone().set_italic().set_font_color(Color::RGB(0x0054_626A)),
            text,
        }
    }
}

fn write(tables: &[Table], about: &About) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&about.moment())?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(plain(&about.title))
            .set_subject(plain(&about.subject))
            .set_author(plain(&about.program))
            .set_creation_datetime(&made),
    );
    let looks = Looks::new();
    let mut names = Vec::new();
    for table in tables {
        let name = sheet_name(table, &names);
        names.push(name.to_lowercase());
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name)?;
        write_sheet(sheet, table, &looks, about)?;
        if let Some((_, most)) = CHARTS.iter().find(|(id, _)| *id == table.id) {
            write_chart(sheet, table, &name, *most)?;
        }
    }
    workbook.save_to_buffer()
}

fn write_sheet(sheet: &mut Worksheet, table: &Table, looks: &Looks, about: &About) -> Result<(), XlsxError> {
    let columns = || (0_u16..).zip(&table.columns);
    for (place, column) in columns() {
        let [narrowest, widest] = WIDTHS;
        sheet.set_column_width(place, column.width.clamp(narrowest, widest))?;
        sheet.write_string_with_format(0, place, first_part(&plain(&column.title)), &looks.head)?;
    }
    let titles = table.columns.iter().map(|column| column.title.clone());
    sheet.set_row_height(0, height(table, titles) + 6)?;
    let mut line = 0;
    for row in &table.rows {
        line += 1;
        let mut rests = Vec::new();
        for (place, cell) in (0_u16..).zip(row) {
            if let Some(rest) = write_cell(sheet, line, place, cell, looks)? {
                rests.push((place, rest));
            }
        }
        sheet.set_row_height(line, height(table, row.iter().map(Cell::plain)))?;
        if rests.is_empty() {
            continue;
        }
        line += 1;
        sheet.write_string_with_format(line, 0, plain(&about.continued), &looks.note)?;
        let depth = rests.iter().map(|(_, rest)| rest.len()).max().unwrap_or_default();
        for (place, rest) in rests {
            for (below, part) in (line + 1..).zip(rest) {
                sheet.set_row_height(below, HIGHEST)?;
                sheet.write_string_with_format(below, place, part, &looks.text)?;
            }
        }
        line += u32::try_from(depth).unwrap_or_default();
    }
    if let Some((last, _)) = columns().last() {
        sheet.autofilter(0, 0, line, last)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&A&R&P / &N");
    Ok(())
}

/// How high a row is in points, so that its longest text is seen. Not every program finds that out by itself.
fn height(table: &Table, texts: impl Iterator<Item = String>) -> u32 {
    /// A line of the letters that Excel begins with.
    const LINE: usize = 15;
    let lines = table.columns.iter().zip(texts).map(|(column, text)| {
        let [narrowest, widest] = WIDTHS;
        let wide = usize::from(column.width.clamp(narrowest, widest));
        let lines = text
            .lines()
            .map(|line| line.chars().count().div_ceil(wide).max(1));
        lines.sum::<usize>()
    });
    let points = lines.max().unwrap_or(1).max(1).saturating_mul(LINE) + 3;
    u32::try_from(points).unwrap_or(HIGHEST).min(HIGHEST)
}

/// Writes a cell. What of its text it cannot hold is given back in parts that a cell can hold.
fn write_cell(
    sheet: &mut Worksheet,
    line: u32,
    place: u16,
    cell: &Cell,
    looks: &Looks,
) -> Result<Option<Vec<String>>, XlsxError> {
    match cell {
        Cell::Empty => {
            sheet.write_blank(line, place, &looks.text)?;
        }
        Cell::Number(number) if number.is_finite() => {
            sheet.write_number_with_format(line, place, *number, &looks.number)?;
        }
        Cell::Day(day) if let Some(day) = excel_day(*day) => {
            sheet.write_datetime_with_format(line, place, &day, &looks.day)?;
        }
        Cell::Link { text, url } if text.encode_utf16().count() <= LONGEST_TEXT => {
            let text = plain(text);
            match address(url) {
                Some(url) => {
                    sheet.write_url_with_options(line, place, Url::new(url), &text, "", Some(&looks.link))?
                }
                None => sheet.write_string_with_format(line, place, text, &looks.text)?,
            };
        }
        Cell::Text(_) | Cell::Number(_) | Cell::Day(_) | Cell::Link { .. } => {
            let mut parts = parts(&plain(&cell.plain())).into_iter();
            let first = parts.next().unwrap_or_default();
            sheet.write_string_with_format(line, place, first, &looks.text)?;
            return Ok((parts.len() > 0).then(|| parts.collect()));
        }
    }
    Ok(None)
}

/// The day as Excel counts days; none before its first one.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let (year, month, day) = day.parts();
    let day = ExcelDateTime::from_ymd(
        u16::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    );
    day.ok()
}

/// The text in parts that a cell can hold, parted between words where there are any, with marks.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let cut = cut(rest, LONGEST_TEXT);
        let (part, after) = rest.split_at(cut);
        let before = if parts.is_empty() { "" } else { PARTED };
        let behind = if after.is_empty() { "" } else { PARTED };
        parts.push([before, part, behind].concat());
        if after.is_empty() {
            return parts;
        }
        rest = after;
    }
}

/// Whether a cell holds this as it is, line ends aside: not cut, no sign of it left out, and nothing that some
/// reader takes for an escape of the format.
pub(super) fn holds(cell: &Cell) -> bool {
    let text = cell.plain().replace("\r\n", "\n").replace('\r', "\n");
    text.encode_utf16().count() <= LONGEST_TEXT && plain(&text) == text && !text.contains("_x")
}

/// The first part of a text, for places that have room for no more.
fn first_part(text: &str) -> String {
    parts(text).into_iter().next().unwrap_or_default()
}

/// Where a text is cut that may have so many UTF-16 units: behind a space near that place, if there is one.
fn cut(text: &str, longest: usize) -> usize {
    let mut units = 0;
    let mut space = None;
    for (at, character) in text.char_indices() {
        units += character.len_utf16();
        if units > longest {
            let near = space.filter(|space| at - space < 200);
            return near.unwrap_or(at);
        }
        if character.is_whitespace() {
            space = Some(at + character.len_utf8());
        }
    }
    text.len()
}

/// The name of a sheet: the title without what Excel forbids, as long as it may be, and no other sheet's.
fn sheet_name(table: &Table, taken: &[String]) -> String {
    let clean: String = plain(&table.title)
        .chars()
        .map(|character| match character {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\n' | '\t' => ' ',
            _ => character,
        })
        .collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = match clean.trim_matches('\'') {
        // Excel keeps this name for itself.
        name if name.is_empty() || name.eq_ignore_ascii_case("history") => table.id,
        name => name,
    };
    let mut tries = 1_u32..;
    loop {
        let ending = match tries.next() {
            None | Some(1) => String::new(),
            Some(number) => format!(" {number}"),
        };
        let (name, _) = clean.split_at(short_name(clean, LONGEST_NAME.saturating_sub(ending.len())));
        let name = [name.trim_end_matches(['\'', ' ']), &ending].concat();
        if !taken.contains(&name.to_lowercase()) {
            return name;
        }
    }
}

/// How many bytes of a name fit into so many UTF-16 units.
fn short_name(name: &str, longest: usize) -> usize {
    let mut units = 0;
    let end = name.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > longest
    });
    end.map_or(name.len(), |(at, _)| at)
}

/// A bar chart beside a table of names and numbers.
fn write_chart(sheet: &mut Worksheet, table: &Table, name: &str, most: Option<u32>) -> Result<(), XlsxError> {
    let Some(last) = u32::try_from(table.rows.len()).ok().filter(|rows| *rows > 0) else {
        return Ok(());
    };
    if table.columns.len() < 2 {
        return Ok(());
    }
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_categories((name, 1, 0, last, 0))
        .set_values((name, 1, 1, last, 1))
        .set_name((name, 0, 1))
        .set_format(
            ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(0x000B_5563))),
        )
        .set_gap(60)
        .set_data_label(ChartDataLabel::new().show_value());
    // Behind an equals sign the library looks for a range.
    let title = plain(&table.title);
    chart.title().set_name(title.trim_start_matches('='));
    chart.legend().set_hidden();
    // The first row on top, as in the table, and the numbers below all the same.
    chart.y_axis().set_reverse();
    chart
        .x_axis()
        .set_min(0)
        .set_label_position(ChartAxisLabelPosition::High);
    if let Some(most) = most {
        chart.x_axis().set_max(most);
    }
    chart.set_alt_text(&title);
    chart.set_width(640);
    chart.set_height(140 + 28 * last.min(40));
    let beside = u16::try_from(table.columns.len()).unwrap_or(2).saturating_add(1);
    sheet.insert_chart(1, beside, &chart)?;
    Ok(())
}
