package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.casewell.SampleFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases E5, E6 and E7: what is sent is judged by what it is. */
class FileChecksTest {
  @TempDir Path folder;

  private int number;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("sent-" + number++), content);
  }

  @Test
  void knowsTheThreeKindsByTheirContentAlone() throws IOException {
    assertThat(FileKind.of(file(SampleFiles.png()))).hasValue(FileKind.PNG);
    assertThat(FileKind.of(file(SampleFiles.picture("jpeg", 9, 9)))).hasValue(FileKind.JPEG);
    assertThat(FileKind.of(file(SampleFiles.pdf(1)))).hasValue(FileKind.PDF);
    for (var other :
        List.of(
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "<!doctype html><script>alert(1)</script>",
            "alert(1)",
            "GIF89a" + "x".repeat(50),
            "PK\u0003\u0004 a zip, a docx, a bomb",
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
            " %PDF-1.7 not at the beginning",
            "",
            "\u0089PN")) {
      assertThat(FileKind.of(file(SampleFiles.ascii(other)))).as(other).isEmpty();
    }
  }

  @Test
  void keepsAPictureWithoutItsPlaceAndUpright() throws Exception {
    var sent = SampleFiles.photograph(400, 200);
    var kept = folder.resolve("kept.jpg");
    PictureFile.redraw(file(sent), FileKind.JPEG, kept);
    var text = new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("GPS 40.7128N");
    assertThat(text).doesNotContain("GPS").doesNotContain("Exif").doesNotContain("Dana");
    var picture = ImageIO.read(kept.toFile());
    assertThat(picture.getWidth()).as("turned upright").isEqualTo(200);
    assertThat(picture.getHeight()).isEqualTo(400);
    // what was dark at the upper left is at the upper right when turned a quarter to the right
    assertThat(picture.getRGB(150, 50) & 0xFF).isLessThan(60);
    assertThat(picture.getRGB(50, 50) & 0xFF).isGreaterThan(200);
  }

  @Test
  void dropsWhatIsHungOnBehindAPicture() throws Exception {
    var polyglot = new java.io.ByteArrayOutputStream();
    polyglot.writeBytes(SampleFiles.png());
    polyglot.writeBytes(SampleFiles.ascii("<script>alert(1)</script>PK\u0003\u0004"));
    var kept = folder.resolve("kept.png");
    PictureFile.redraw(file(polyglot.toByteArray()), FileKind.PNG, kept);
    assertThat(new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1))
        .doesNotContain("script");
    assertThat(ImageIO.read(kept.toFile()).getWidth()).isEqualTo(60);
  }

  @Test
  void refusesAHugePictureFromItsHeader() throws IOException {
    var bomb = file(SampleFiles.pngSaying(30_000, 30_000));
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    assertThatThrownBy(() -> PictureFile.redraw(bomb, FileKind.PNG, folder.resolve("never")))
        .isInstanceOf(UnfitFile.class)
        .hasMessageContaining("30,000 by 30,000 pixels");
    long taken = threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
    assertThat(taken).as("bytes allocated").isLessThan(16_000_000L);
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void keepsALargePictureSmallerThanItCame() throws Exception {
    var kept = folder.resolve("kept.png");
    PictureFile.redraw(file(SampleFiles.picture("png", 5000, 4000)), FileKind.PNG, kept);
    var picture = ImageIO.read(kept.toFile());
    assertThat(picture.getWidth() * picture.getHeight()).isLessThanOrEqualTo(9_000_000);
  }

  @Test
  void refusesAPictureThatIsNone() throws IOException {
    var torn = java.util.Arrays.copyOf(SampleFiles.picture("jpeg", 300, 300), 200);
    assertThatThrownBy(
            () -> PictureFile.redraw(file(torn), FileKind.JPEG, folder.resolve("torn.jpg")))
        .isInstanceOf(UnfitFile.class);
    assertThatThrownBy(() ->
            PictureFile.redraw(
                file(SampleFiles.pngSaying(200, 200)), FileKind.PNG, folder.resolve("x.png")))
        .isInstanceOf(UnfitFile.class);
  }

  private void refused(String because, byte[] pdf) throws IOException {
    var sent = file(pdf);
    assertThat(FileKind.of(sent)).as("begins as a PDF").hasValue(FileKind.PDF);
    assertThatThrownBy(() -> PdfFile.pages(sent))
        .isInstanceOf(UnfitFile.class)
        .hasMessageContaining(because);
  }

  @Test
  void takesAPlainPdf() throws Exception {
    assertThat(PdfFile.pages(file(SampleFiles.pdf(1)))).isEqualTo(1);
    assertThat(PdfFile.pages(file(SampleFiles.pdf(12)))).isEqualTo(12);
  }

  @Test
  void refusesAPdfThatDoesSomething() throws IOException {
    refused(
        "holds a script",
        SampleFiles.pdf(
            1,
            document ->
                document
                    .getDocumentCatalog()
                    .setOpenAction(new PDActionJavaScript("app.alert(1)"))));
    refused(
        "holds a script",
        SampleFiles.pdf(1, document -> document.getDocumentCatalog().setOpenAction(launch())));
    refused("holds a script", SampleFiles.pdf(1, FileChecksTest::embed));
    // a script nobody refers to, its name written in another way
    refused(
        "holds a script",
        SampleFiles.pdfOf(
            SampleFiles.ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            SampleFiles.ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            SampleFiles.ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
            SampleFiles.ascii("<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>")));
  }

  private static PDActionLaunch launch() {
    var launch = new PDActionLaunch();
    launch.setF("cmd.exe");
    return launch;
  }

  private static void embed(PDDocument document) {
    var tree = new PDEmbeddedFilesNameTreeNode();
    var inside = new PDComplexFileSpecification();
    inside.setFile("inside.exe");
    tree.setNames(java.util.Map.of("inside", inside));
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  @Test
  void refusesAPdfThatIsLockedBrokenOrEndless() throws IOException {
    refused("locked with a password", SampleFiles.pdf(1, FileChecksTest::lock));
    refused("longer than 60 pages", SampleFiles.pdf(61));
    refused(
        "longer than 60 pages",
        SampleFiles.pdfOf(
            SampleFiles.ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            SampleFiles.ascii("<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>"),
            SampleFiles.ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")));
    refused("does not end as one", SampleFiles.ascii("%PDF-1.7\n<script>alert(1)</script>"));
    var whole = SampleFiles.pdf(1);
    var longer = java.util.Arrays.copyOf(whole, whole.length + 50_000);
    refused("does not end as one", longer);
    refused("cannot be read", SampleFiles.ascii("%PDF-1.7\nnothing of it is true\n%%EOF\n"));
  }

  private static void lock(PDDocument document) {
    try {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void refusesAPdfThatUnpacksToFarMore() throws IOException {
    var packed = SampleFiles.deflated(new byte[100_000_000]);
    refused(
        "unpacks to far more",
        SampleFiles.pdfOf(
            SampleFiles.ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            SampleFiles.ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            SampleFiles.ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
            SampleFiles.stream("/Type /ObjStm /N 1 /First 8 /Filter /FlateDecode", packed)));
    refused(
        "unpacks to far more",
        SampleFiles.pdfOf(
            SampleFiles.ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            SampleFiles.ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            SampleFiles.ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
            SampleFiles.stream(
                "/Type /ObjStm /N 1 /First 8 /Filter [/FlateDecode /FlateDecode]",
                SampleFiles.deflated(packed))));
    assertThat(COSName.PAGE.getName()).isEqualTo("Page");
  }

  @Test
  void makesNamesHarmless() {
    assertThat(FileName.of("../../etc/passwd", FileKind.PDF)).isEqualTo("passwd.pdf");
    assertThat(FileName.of("..\\..\\boot.ini", FileKind.PNG)).isEqualTo("boot.png");
    assertThat(FileName.of("..%2f..%2fetc", FileKind.PDF)).isEqualTo("2f.pdf");
    assertThat(FileName.of("a\0b\r\nSet-Cookie: x=1.pdf", FileKind.PDF))
        .isEqualTo("abSet-Cookie x=1.pdf");
    assertThat(FileName.of("CON", FileKind.PDF)).isEqualTo("document.pdf");
    assertThat(FileName.of("lpt1.png", FileKind.PNG)).isEqualTo("document.png");
    assertThat(FileName.of("\u202Egnp.exe", FileKind.PDF)).isEqualTo("gnp.pdf");
    assertThat(FileName.of("x".repeat(4096), FileKind.JPEG)).hasSize(124);
    assertThat(FileName.of("", FileKind.JPEG)).isEqualTo("document.jpg");
    assertThat(FileName.of("Zeugnis Müller.PDF", FileKind.PDF)).isEqualTo("Zeugnis Müller.pdf");
    assertThat(FileName.attachment("Zeugnis Müller \".pdf"))
        .isEqualTo(
            "attachment; filename=\"Zeugnis Muller _.pdf\";"
                + " filename*=UTF-8''Zeugnis%20M%C3%BCller%20%22.pdf");
  }

  @Test
  void storesUnderARandomKeyAndFindsNothingElse() throws IOException {
    var store = new LocalDisk(folder.resolve("store").toString());
    var sent = file(SampleFiles.png());
    var one = store.keep(sent);
    var other = store.keep(sent);
    assertThat(one).matches("[0-9a-f]{64}").isNotEqualTo(other);
    assertThat(Files.readAllBytes(store.read(one))).isEqualTo(SampleFiles.png());
    for (var key : List.of("../sent-0", "..", "", "0".repeat(64) + "/x", "incoming")) {
      assertThatThrownBy(() -> store.read(key)).isInstanceOf(IllegalArgumentException.class);
    }
    store.remove(one);
    assertThatThrownBy(() -> store.read(one)).isInstanceOf(IOException.class);
    var kept = new java.util.ArrayList<String>();
    store.keysBefore(java.time.Instant.now().plusSeconds(5), kept::add);
    assertThat(kept).containsExactly(other);
    try (var left = Files.list(store.workshop())) {
      assertThat(left).as("half-written files").isEmpty();
    }
  }
}
